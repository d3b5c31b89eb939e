package space.opensensor.simulator.verify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.station.Quantity;
import space.opensensor.station.StationConfig;

/** The files are DuckDB's own: what is compared here is not written by the code under test. */
public class LedgerTest {

    private static final long NOON = 1772366400000L;
    private static final String KEY = "station=S/year=2026/month=03/day=01/data_1200.parquet";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Duck duck;
    private Ledger ledger;

    @Before
    public void acceptThreeReadings() throws SQLException {
        this.duck = Duck.open();
        StationConfig config = new StationConfig();
        config.set("station", "S");
        this.ledger = new Ledger(config);
        for (int i = 0; i < 3; i++) {
            this.ledger.accept(NOON + i * 5000, values(20 + i / 10f));
        }
    }

    @After
    public void close() throws SQLException {
        this.duck.close();
    }

    @Test
    public void isGoodIfEveryReadingIsThereOnce() throws SQLException {
        write(KEY, row(1, "20.1"), row(0, "20"), row(2, "20.2"));
        Verdict verdict = compare(KEY);
        assertTrue(verdict.isGood());
        assertEquals("3 readings, 1 objects, 0 lost, 0 duplicated", verdict.line());
    }

    @Test
    public void noticesAMissingRow() throws SQLException {
        write(KEY, row(0, "20"), row(2, "20.2"));
        assertFalse(compare(KEY).isGood());
        assertEquals("3 readings, 1 objects, 1 lost, 0 duplicated", compare(KEY).line());
    }

    @Test
    public void noticesAMissingObject() throws SQLException {
        assertFalse(compare().isGood());
        assertEquals("3 readings, 0 objects, 3 lost, 0 duplicated", compare().line());
    }

    @Test
    public void noticesARowThatIsThereTwice() throws SQLException {
        write(KEY, row(0, "20"), row(1, "20.1"), row(1, "20.1"), row(2, "20.2"));
        assertEquals("3 readings, 1 objects, 0 lost, 1 duplicated", compare(KEY).line());
    }

    @Test
    public void noticesAnObjectThatIsThereTwice() throws SQLException {
        String again = KEY.replace("1200", "1200-b1s0");
        write(KEY, row(0, "20"), row(1, "20.1"), row(2, "20.2"));
        write(again, row(0, "20"), row(1, "20.1"), row(2, "20.2"));
        assertEquals("3 readings, 2 objects, 0 lost, 3 duplicated", compare(KEY, again).line());
    }

    @Test
    public void noticesAValueThatDiffersInItsLastBit() throws SQLException {
        String next = String.valueOf((double) Math.nextUp(20.1f));
        write(KEY, row(0, "20"), row(1, next), row(2, "20.2"));
        assertEquals("3 readings, 1 objects, 1 lost, 0 duplicated, 1 altered", compare(KEY).line());
    }

    @Test
    public void noticesANullThatBecameZeroAndAZeroThatBecameNegative() throws SQLException {
        this.ledger.accept(NOON + 15000, values(0));
        write(KEY, row(0, "20"), row(1, "20.1"), row(2, "NULL"), row(3, "'-0.0'"));
        assertEquals("4 readings, 1 objects, 2 lost, 0 duplicated, 2 altered", compare(KEY).line());
    }

    @Test
    public void noticesAWrongTime() throws SQLException {
        write(KEY, row(0, "20"), row(1, "20.1"), row(3, "20.2"));
        assertEquals("3 readings, 1 objects, 1 lost, 0 duplicated, 1 altered", compare(KEY).line());
    }

    @Test
    public void noticesRowsUnderAWrongKey() throws SQLException {
        String wrong = KEY.replace("day=01", "day=02");
        write(wrong, row(0, "20"), row(1, "20.1"), row(2, "20.2"));
        assertEquals("3 readings, 1 objects, 0 lost, 0 duplicated, 3 misplaced", compare(wrong).line());
        assertFalse(compare(wrong).isGood());
    }

    @Test
    public void expectsNoValueOutsideItsPhysicalRange() throws SQLException {
        this.ledger.accept(NOON + 15000, values(500));
        write(KEY, row(0, "20"), row(1, "20.1"), row(2, "20.2"), row(3, "NULL"));
        assertTrue(compare(KEY).isGood());
    }

    private Verdict compare(String... keys) throws SQLException {
        return this.ledger.compare(this.duck, this.folder.getRoot().toPath(), List.of(keys));
    }

    private static float[] values(float temperature) {
        float[] values = new float[Quantity.COUNT];
        java.util.Arrays.fill(values, Float.NaN);
        values[Quantity.TEMPERATURE] = temperature;
        values[Quantity.LIGHT] = 7;
        return values;
    }

    private static String row(int tick, String temperature) {
        return "(make_timestamptz(" + (NOON + tick * 5000L) * 1000 + "), " + temperature + "::FLOAT, NULL::FLOAT,"
                + " NULL::FLOAT, NULL::FLOAT, NULL::FLOAT, NULL::FLOAT, NULL::FLOAT, 7::FLOAT, NULL::FLOAT)";
    }

    private void write(String key, String... rows) throws SQLException {
        File file = new File(this.folder.getRoot(), key);
        file.getParentFile().mkdirs();
        StringBuilder names = new StringBuilder("timestamp");
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            names.append(", ").append(Quantity.name(quantity));
        }
        try (Statement statement = this.duck.connection().createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS t(" + names + ")) TO "
                    + Duck.quoted(file.toString()) + " (FORMAT parquet)");
        }
    }
}
