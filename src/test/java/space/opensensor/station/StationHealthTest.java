package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;
import space.opensensor.parquet.ParquetWriter;

/** The health stream of a station: which rows end up in which file. */
public class StationHealthTest {

    private static final String NOON_KEY = StationRig.FOLDER + "health_1200.parquet";

    private StationRig rig;

    @Before
    public void prepare() {
        this.rig = new StationRig();
        this.rig.config.set("health", "15");
    }

    @Test
    public void isOffByDefault() {
        assertEquals(0, new StationConfig().number(StationConfig.HEALTH));
    }

    @Test
    public void makesASecondFileOfEachWindow() throws IOException {
        this.rig.bootAtNoon();
        this.rig.sample(31);
        assertEquals(4, this.rig.station.publish());
        this.rig.upload();
        assertEquals(StationRig.FOLDER + "health_1200.parquet " + StationRig.FOLDER + "data_1200.parquet "
                + StationRig.FOLDER + "health_1215.parquet", firstKeys(3));
        assertEquals(4, this.rig.store.count);
        assertTrue(this.rig.holds(NOON_KEY, "wifi_rssi"));
    }

    @Test
    public void oneRowAnHourMakesOneFileAnHour() throws IOException {
        this.rig.config.set("health", "60");
        this.rig.bootAtNoon();
        this.rig.sample(121);
        assertEquals(10, this.rig.station.publish());
    }

    @Test
    public void keepsItsRowsWhenNoSensorGivesAValue() throws IOException {
        this.rig.bootAtNoon();
        this.rig.sample(1);
        this.rig.sensors.silent = true;
        this.rig.sample(30);
        assertEquals("two of health, one of readings", 3, this.rig.station.publish());
    }

    @Test
    public void putsRowsOfABootWithoutTimeUnderUndated() throws IOException {
        this.rig.boot();
        this.rig.sample(16);
        this.rig.bootAtNoon();
        this.rig.sample(16);
        this.rig.station.publish();
        this.rig.upload();
        assertTrue(this.rig.store.keys(), this.rig.store.keys().indexOf("station=roof/undated/boot=1/health_s1.parquet") >= 0);
        assertTrue(this.rig.store.keys(), this.rig.store.keys().indexOf("station=roof/undated/boot=1/data_s0.parquet") >= 0);
    }

    @Test
    public void asksTheMachineForWhatItKnows() throws IOException {
        this.rig.bootAtNoon();
        final int[] asked = new int[1];
        this.rig.station.vitals(new Vitals() {
            @Override
            public void read(Health health) {
                asked[0]++;
                health.set(Health.WIFI_RSSI, -60);
            }
        });
        this.rig.sample(16);
        assertEquals("at the boot and after 15 minutes", 2, asked[0]);
    }

    @Test
    public void aDefectOfTheMachineCostsFieldsAndNoReading() throws IOException {
        this.rig.bootAtNoon();
        this.rig.station.vitals(new Vitals() {
            @Override
            public void read(Health health) {
                throw new IllegalStateException("defect");
            }
        });
        assertEquals(16, this.rig.sample(16));
        assertEquals(2, this.rig.station.publish());
    }

    @Test
    public void givesAWindowThatComesBackAKeyOfItsOwn() throws IOException {
        this.rig.bootAtNoon();
        this.rig.sample(16);
        this.rig.station.publish();
        this.rig.upload();
        this.rig.bootAtNoon();
        this.rig.sample(31);
        this.rig.station.publish();
        this.rig.upload();
        assertTrue(this.rig.store.keys(), this.rig.store.keys().indexOf("health_1200-b2s") > 0);
        assertEquals(0, this.rig.spool.objectCount());
    }

    @Test
    public void withoutItNothingIsAddedToTheFiles() throws IOException {
        this.rig.config.set("health", "0");
        this.rig.bootAtNoon();
        this.rig.sample(16);
        assertEquals(1, this.rig.station.publish());
        assertFalse(this.rig.spool.objectName(0).indexOf("health") >= 0);
    }

    @Test
    public void itsWriterIsSmallerThanThatOfTheReadings() {
        long bytes = ParquetWriter.memoryBytes(HealthSchema.of(), HealthSchema.options());
        assertTrue(bytes + " bytes", bytes <= 15000);
    }

    private String firstKeys(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : " ").append(this.rig.store.keys[i]);
        }
        return keys.toString();
    }
}
