package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.Test;

/** docs/s3.md has a table of what servers check and which tests ask it; {@code -Dwrite.docs=true} writes it. */
public class ServerChecksTest {

    private static final Path DOCUMENT = Path.of("../../docs/s3.md");
    private static final String BEGIN = "<!-- server checks: written by ServerChecksTest -->\n";
    private static final String END = "<!-- end of server checks -->\n";
    private static final Class<?>[] TESTS = {ServerChecks.class, CephServer.class, StrictStoreTest.class};

    @Test
    public void everyCheckOfTheServersIsAskedOrSaidWhyNot() throws IOException {
        String old = Files.readString(DOCUMENT);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        String expected = old.substring(0, begin) + table() + old.substring(old.indexOf(END));
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals("docs/s3.md is stale; run: mvn -pl desktop/interop -am test -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dtest=ServerChecksTest -Dwrite.docs=true", expected, Files.readString(DOCUMENT));
    }

    private static String table() throws IOException {
        Map<String, TreeSet<String>> tests = tests();
        StringBuilder table = new StringBuilder("| | request | S3Proxy | Ceph | Swift | asked by |\n|---|---|---|---|---|---|\n");
        for (String line : Files.readAllLines(Path.of("src/test/resources/s3/server-checks.tsv"))) {
            String[] cells = line.split("\t");
            if (!line.startsWith("#")) {
                TreeSet<String> names = tests.remove(cells[0]);
                assertTrue(cells[0] + " has a test or a reason why not", names != null || cells.length > 5);
                table.append("| ").append(String.join(" | ", cells[0], cells[1], cells[2], cells[3], cells[4])).append(" | ")
                        .append(names == null ? cells[5] : String.join(", ", names)).append(" |\n");
            }
        }
        assertTrue("checks that are not in the list: " + tests, tests.isEmpty());
        return table.toString();
    }

    /** Returns the names of the classes whose tests ask a check. */
    private static Map<String, TreeSet<String>> tests() {
        Map<String, TreeSet<String>> tests = new TreeMap<>();
        for (Class<?> type : TESTS) {
            for (Method method : type.getDeclaredMethods()) {
                ServerCheck check = method.getAnnotation(ServerCheck.class);
                for (String id : check == null ? new String[0] : check.value()) {
                    tests.computeIfAbsent(id, any -> new TreeSet<>()).add("`" + type.getSimpleName() + "`");
                }
            }
        }
        return tests;
    }
}
