package space.opensensor.simulator;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Test;
import space.opensensor.station.Health;
import space.opensensor.station.Quantity;
import space.opensensor.station.Setting;
import space.opensensor.station.StationConfig;

/** docs/configuration.md says what the station's own tables say; {@code -Dwrite.docs=true} writes it. */
public class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/configuration.md");

    /** What a field of health means is the comment of its constant. */
    private static final Path HEALTH = Path.of("../../src/main/java/space/opensensor/station/Health.java");
    private static final Pattern FIELD = Pattern.compile("/\\*\\* (.*) \\*/\\s+public static final int \\w+ = \\d+;");

    @Test
    public void documentsEverySettingAndColumn() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals("docs/configuration.md is stale; run: mvn -pl desktop/simulator -am test"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ConfigurationDocumentTest -Dwrite.docs=true",
                expected, Files.readString(DOCUMENT));
    }

    private static String document() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# Configuration and columns\n\n");
        text.append("Generated from the station's own tables; a test keeps it true.\n\n## Settings\n\n");
        text.append("On the board each is a string in the NVS namespace of the station, under the name of the setting;\n");
        text.append("in the simulator, `--set name=value`. What is not set has its default.\n\n");
        text.append("| setting | allowed | default | meaning |\n|---|---|---|---|\n");
        for (int i = 0; i < StationConfig.count(); i++) {
            Setting setting = StationConfig.setting(i);
            String value = setting.defaultText().isEmpty() ? "none" : "`" + setting.defaultText() + "`";
            text.append("| `").append(setting.name()).append("` | ").append(setting.allowed().replace("|", "or"))
                    .append(" | ").append(value).append(" | ").append(setting.meaning()).append(" |\n");
        }
        text.append("\n## Columns of a window's file\n\n");
        text.append("| column | unit | type | DECIMAL(9, s) with `values=decimal` | physical range |\n");
        text.append("|---|---|---|---|---|\n");
        text.append("| `timestamp` | ms since 1970, UTC | TIMESTAMP, never null | – | 2000 to 2199 |\n");
        for (int q = 0; q < Quantity.COUNT; q++) {
            text.append(String.format("| `%s` | %s | FLOAT, null if not measured | s = %d | %,.0f to %,.0f |%n",
                    Quantity.name(q), Quantity.unit(q), Quantity.decimals(q), Quantity.minimum(q),
                    Quantity.maximum(q)));
        }
        text.append("\n## Columns of a health file\n\nWritten if `health` is not 0. All are INT32 but `monotonic_ms`, and null"
                + " where the machine does not tell.\nCounters count from the boot unless their meaning says otherwise.\n\n");
        text.append("| column | meaning |\n|---|---|\n");
        text.append("| `timestamp` | ms since 1970, UTC; TIMESTAMP, null if it could not be dated |\n");
        text.append("| `boot` | number of the boot |\n| `monotonic_ms` | ms since the boot; INT64 |\n");
        int field = 0;
        for (Matcher m = FIELD.matcher(Files.readString(HEALTH)); field < Health.COUNT && m.find(); field++) {
            text.append(String.format("| `%s` | %s |%n", Health.name(field), m.group(1).replaceAll("\\{@code (.*?)\\}", "`$1`")));
        }
        assertEquals("fields with a meaning", Health.COUNT, field);
        return text.toString();
    }
}
