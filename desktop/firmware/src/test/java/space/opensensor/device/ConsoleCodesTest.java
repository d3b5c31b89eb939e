package space.opensensor.device;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;

/** docs/board.md explains every code of the console, and no other. */
public class ConsoleCodesTest {

    private static final File DOCUMENT = new File(System.getProperty("basedir", "."), "../../docs/board.md");

    @Test
    public void everyCodeIsExplained() throws IOException {
        Set<String> codes = new TreeSet<String>();
        for (int event = 0; event < Event.COUNT; event++) {
            codes.add(Event.text(event));
        }
        Set<String> explained = new TreeSet<String>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(DOCUMENT), "UTF-8"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.matches("\\| `[A-Z][0-9][0-9] .*")) {
                    explained.add(line.substring(3, line.indexOf('`', 3)));
                }
            }
        }
        Assert.assertEquals(codes, explained);
    }
}
