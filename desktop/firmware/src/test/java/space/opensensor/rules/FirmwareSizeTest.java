package space.opensensor.rules;

import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;

/** The firmware stays within the budget of docs/size.md. */
public class FirmwareSizeTest {

    private static final File BUDGET = new File(Product.TOP, "docs/size.md");
    private static final int KIB = 1024;

    @Test
    public void everyPackageKeepsItsBudget() {
        Map<String, Integer> budget = budget();
        Map<String, Integer> bytes = FirmwareSize.byPackage(Product.classes(), "space/opensensor/device/Main");
        Assert.assertEquals("packages of docs/size.md", new TreeSet<String>(bytes.keySet()),
                new TreeSet<String>(budget.keySet()));
        for (Map.Entry<String, Integer> entry : bytes.entrySet()) {
            int limit = budget.get(entry.getKey());
            Assert.assertTrue(entry.getKey() + " has " + entry.getValue() + " bytes, its budget in docs/size.md is " + limit
                    + " KiB; all: " + bytes, entry.getValue() <= limit * KIB);
        }
    }

    @Test
    public void whatTheMainClassDoesNotReachDoesNotCount() {
        Sample main = new Sample("space/opensensor/device/Main").calls("space/opensensor/s3/Used", "run", "()V");
        Sample used = new Sample("space/opensensor/s3/Used");
        Sample unused = new Sample("space/opensensor/http/Unused").calls("space/opensensor/s3/Used", "run", "()V");
        Map<String, Integer> bytes = FirmwareSize.byPackage(
                Arrays.asList(main.type, used.type, unused.type), "space/opensensor/device/Main");
        Assert.assertEquals("[device, s3]", bytes.keySet().toString());
        Assert.assertTrue(bytes.get("s3") > 0);
    }

    /** @return KiB by package: the rows {@code | `package` | KiB |}. */
    private static Map<String, Integer> budget() {
        Map<String, Integer> budget = new LinkedHashMap<String, Integer>();
        for (String line : ListFiles.lines(BUDGET)) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                budget.put(cells[1].trim().replace("`", ""), Integer.valueOf(cells[2].trim()));
            }
        }
        return budget;
    }
}
