package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.station.Health;
import space.opensensor.station.StationConfig;

/** docs/board.md says of settings, of the codes of the console and of what counts them in the health stream what the code says. */
public class BoardTablesTest {

    private static final File DOCUMENT = new File(System.getProperty("basedir", "."), "../../docs/board.md");
    private static final String SETTINGS = "| key | meaning | default |";
    private static final String CODES = "| code | when | what to do |";
    private static final String COUNTERS = "| column | counts |";
    private static final String SECRET = "hush ";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;

    @Before
    public void factoryState() {
        Board.reset();
        System.setOut(new PrintStream(this.printed, true));
    }

    @After
    public void restoreConsole() {
        System.setOut(this.out);
    }

    @Test
    public void everySettingOfTheBoardHasItsDefault() throws IOException {
        DeviceConfig config = new DeviceConfig();
        Map<String, String> defaults = new TreeMap<String, String>();
        for (int index = 0; index < DeviceConfig.OWN.length; index++) {
            defaults.put(DeviceConfig.OWN[index], config.own(index));
        }
        Map<String, String> documented = new TreeMap<String, String>();
        for (String[] row : rows(SETTINGS)) {
            documented.put(code(row[0]), code(row[2]));
        }
        Assert.assertEquals(defaults, documented);
    }

    /** Too short, too long and no Base64. */
    @Test
    public void noSettingCalledSecretIsPrinted() throws IOException {
        List<String> names = new ArrayList<String>();
        for (int index = 0; index < StationConfig.count(); index++) {
            if (StationConfig.setting(index).isSecret()) {
                names.add(StationConfig.setting(index).name());
            }
        }
        for (String[] row : rows(SETTINGS)) {
            if (row[1].contains("secret")) {
                names.add(code(row[0]));
            }
        }
        Assert.assertEquals("[secret_key, session_token, broker_token, wifi_pass, iot_key, iot_key_pass]", names.toString());
        int refused = 0;
        for (String name : names) {
            refused += refused(name, SECRET) + refused(name, new String(new char[800]).replace("\0", SECRET));
        }
        Assert.assertTrue(refused + " refused", refused >= 6);
    }

    /** @return 1 if a value is not allowed, else 0; what is printed of it names the setting. */
    private int refused(String name, String value) {
        Board.reset();
        Board.NVS.put("station/" + name, value);
        this.printed.reset();
        new NvsConfiguration(new Console()).load();
        Assert.assertFalse(this.printed.toString(), this.printed.toString().contains(SECRET.trim()));
        return this.printed.toString().contains(name) ? 1 : 0;
    }

    @Test
    public void anEventThatRepeatsIsToldAtItsFirstSecondFourthAndEighthTime() {
        Console console = new Console();
        for (int i = 0; i < 9; i++) {
            console.tell(Event.READING_LOST, "full");
        }
        Assert.assertEquals("F02 reading lost: full|F02 reading lost: full (2 times)|F02 reading lost: full (4 times)|"
                + "F02 reading lost: full (8 times)|", this.printed.toString().replaceAll("\r?\n", "|"));
    }

    @Test
    public void everyCodeOfTheConsoleIsExplained() throws IOException {
        List<String> codes = new ArrayList<String>();
        for (int event = 0; event < Event.COUNT; event++) {
            codes.add(Event.text(event));
        }
        List<String> explained = new ArrayList<String>();
        for (String[] row : rows(CODES)) {
            explained.add(code(row[0]));
        }
        Collections.sort(codes);
        Collections.sort(explained);
        Assert.assertEquals(codes, explained);
    }

    @Test
    public void whatHealthCountsIsWhatTheConsoleTells() throws IOException {
        Map<String, List<String>> counters = new TreeMap<String, List<String>>();
        for (int event = 0; event < Event.COUNT; event++) {
            Console console = new Console();
            Health before = health(console);
            console.tell(event, null);
            Health after = health(console);
            for (int field = 0; field < Health.COUNT; field++) {
                if (after.get(field) == before.get(field) + 1) {
                    String name = Health.name(field);
                    if (!counters.containsKey(name)) {
                        counters.put(name, new ArrayList<String>());
                    }
                    counters.get(name).add(Event.text(event).substring(0, 3));
                }
            }
        }
        Map<String, List<String>> documented = new TreeMap<String, List<String>>();
        for (String[] row : rows(COUNTERS)) {
            documented.put(code(row[0]), Arrays.asList(row[1].replace("`", "").split(", ")));
        }
        for (List<String> codes : counters.values()) {
            Collections.sort(codes);
        }
        Assert.assertEquals(counters, documented);
    }

    /** The row of a board whose heap is not looked at. */
    private static Health health(Console console) {
        Health health = new Health();
        new BoardVitals(console, new Heap(), new ScriptedRadio(), new NoServer(), null).read(health);
        health.set(Health.HEAP_FREE, 0);
        health.set(Health.HEAP_LOW, 0);
        return health;
    }

    /** @return what stands in backquotes at the start of a cell; empty if nothing does. */
    private static String code(String cell) {
        return cell.startsWith("`") ? cell.substring(1, cell.indexOf('`', 1)) : "";
    }

    /** @return cells of each row of the table with a head. */
    static List<String[]> rows(String head) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT.toPath(), Charset.forName("UTF-8"));
        int line = lines.indexOf(head);
        Assert.assertTrue("docs/board.md has no table " + head, line >= 0);
        List<String[]> rows = new ArrayList<String[]>();
        for (line += 2; line < lines.size() && lines.get(line).startsWith("|"); line++) {
            rows.add(lines.get(line).substring(2).split(" *\\| *", -1));
        }
        return rows;
    }
}
