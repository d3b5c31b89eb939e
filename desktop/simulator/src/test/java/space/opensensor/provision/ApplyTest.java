package space.opensensor.provision;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** vee-port-esp32s3/apply on a miniature of the VEE Port: the folders, lines and release that it holds on to. */
public class ApplyTest {

    private static final String CONFIGURATION = "ESP32-S3-DevKitC1-Xtensa-FreeRTOS-configuration/";
    private static final String PROJECT = "ESP32-S3-DevKitC1-Xtensa-FreeRTOS-bsp/projects/microej/";
    private static final String CMAKE = PROJECT + "main/CMakeLists.txt";
    private static final String SDKCONFIG = PROJECT + "sdkconfig_ota_systemview";
    private static final String INCLUDE = "    include(\"${CMAKE_CURRENT_LIST_DIR}/../opensensor/opensensor.cmake\")\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path port;

    @Before
    public void makeClone() throws IOException {
        this.port = this.folder.newFolder("a port").toPath();
        write(CONFIGURATION + "module.ivy", "<info organisation=\"com.microej.platform.esp32.ESP32-S3-DevKitC1\""
                + " module=\"Platform\" status=\"integration\" revision=\"2.5.0\">\n");
        write(CMAKE, "set(srcs\n    \"microej.c\"\n    )\n\nidf_component_register(SRCS ${srcs}\n"
                + "                       INCLUDE_DIRS ${include_dirs})\n\nset(LAST \"no line end\")");
        write(SDKCONFIG, "# CONFIG_SECURE_BOOT is not set\n# CONFIG_SECURE_FLASH_ENC_ENABLED is not set\n"
                + "CONFIG_PARTITION_TABLE_CUSTOM=y\nCONFIG_PARTITION_TABLE_CUSTOM_FILENAME=\"partitions_ota_systemview.csv\"\n"
                + "CONFIG_PARTITION_TABLE_FILENAME=\"partitions_ota_systemview.csv\"\nCONFIG_PARTITION_TABLE_OFFSET=0x8000\n"
                + "# CONFIG_ESP_TASK_WDT_PANIC is not set\nCONFIG_FATFS_FS_LOCK=2\n");
    }

    @Test
    public void putsInNativesTableAndSettings() throws Exception {
        assertEquals(0, apply(this.port));
        assertTrue(read(CMAKE), read(CMAKE).contains(")\n\nif(NOT DEFINED ENV{VALIDATION_BUILD})\n" + INCLUDE
                + "endif()\n\nidf_component_register(SRCS ${srcs}\n"));
        assertTrue(Files.isRegularFile(this.port.resolve(PROJECT + "opensensor/opensensor.cmake")));
        assertEquals(files(PartitionTableTest.FOLDER.resolve("bsp/src")), files(this.port.resolve(PROJECT + "opensensor/src")));
        assertEquals(Files.readString(PartitionTableTest.FOLDER.resolve("partitions.csv")), read(PROJECT + "opensensor/partitions.csv"));
        List<String> settings = read(SDKCONFIG).lines().toList();
        assertTrue(settings.contains("CONFIG_PARTITION_TABLE_CUSTOM_FILENAME=\"opensensor/partitions.csv\""));
        assertTrue(settings.contains("CONFIG_ESP_TASK_WDT_PANIC=y"));
        assertTrue(settings.contains("# CONFIG_SECURE_FLASH_ENC_ENABLED is not set"));
        assertEveryNameIsOnce(settings);
    }

    @Test
    public void undoLeavesThePortAsItWas() throws Exception {
        Map<String, String> before = files(this.port);
        Path mocks = this.folder.newFile("mocks.jar").toPath();
        assertEquals(0, apply("--flash-encryption", "--secure-boot", "--mocks", mocks, this.port));
        assertTrue(files(this.port).containsKey(CONFIGURATION + "dropins/mocks/dropins/opensensor-mocks.jar"));
        assertEquals(0, apply("--undo", this.port));
        assertEquals(before, files(this.port));
        assertFalse("an empty folder stays", Files.exists(this.port.resolve(CONFIGURATION + "dropins/mocks")));
        assertEquals("nothing is applied", 1, apply("--undo", this.port));
    }

    @Test
    public void applyingAgainChangesNothingAndTakesOtherOptions() throws Exception {
        assertEquals(0, apply(this.port));
        Map<String, String> once = files(this.port);
        assertEquals(0, apply(this.port));
        assertEquals(once, files(this.port));
        assertEquals(0, apply("--layout", "raw", "--flash-encryption", this.port));
        assertTrue(read(PROJECT + "opensensor/partitions.csv").contains("spool,"));
        assertTrue(read(SDKCONFIG).contains("\nCONFIG_NVS_ENCRYPTION=y\n"));
        assertEveryNameIsOnce(read(SDKCONFIG).lines().toList());
        assertEquals(0, apply("--layout", "ota", this.port));
        assertEquals(once, files(this.port));
    }

    @Test
    public void refusesAReleaseThatItDoesNotKnow() throws Exception {
        write(CONFIGURATION + "module.ivy", read(CONFIGURATION + "module.ivy").replace("2.5.0", "2.6.0"));
        refuses("release 2.6.0 of the VEE Port is not known; 2.5.0 is");
    }

    @Test
    public void refusesAPortThatIsNotAsPublished() throws Exception {
        String cmake = read(CMAKE);
        write(CMAKE, cmake.replace("SRCS ${srcs}", "SRCS ${mine}"));
        refuses("no line idf_component_register(SRCS ${srcs}");
        write(CMAKE, cmake);
        write(SDKCONFIG, read(SDKCONFIG).replace("partitions_ota_systemview", "mine"));
        refuses("it has another partition table");
    }

    @Test
    public void undoDoesNotThrowAwayWhatWasChangedLater() throws Exception {
        assertEquals(0, apply(this.port));
        write(SDKCONFIG, read(SDKCONFIG) + "CONFIG_MINE=y\n");
        Map<String, String> before = files(this.port);
        assertEquals(1, apply("--undo", this.port));
        assertEquals(1, apply(this.port));
        assertEquals(before, files(this.port));
    }

    @Test
    public void refusesWhatMakesNoSense() throws Exception {
        assertEquals(2, apply());
        assertEquals(2, apply("--layout", "big", this.port));
        assertEquals(2, apply("--layout"));
        assertEquals(2, apply("--colour", this.port));
        assertEquals(2, apply("--mocks", "absent.jar", this.port));
        assertEquals(1, apply(this.folder.getRoot()));
    }

    /** ci/build with a stand-in for the build kit that notes how it was called. */
    @Test
    public void theHeadlessBuildMakesMocksThenPortThenFirmware() throws Exception {
        Path top = this.folder.newFolder("top").toPath();
        copy(PartitionTableTest.FOLDER.resolve("../ci"), top.resolve("ci"));
        copy(PartitionTableTest.FOLDER, top.resolve("vee-port-esp32s3"));
        Path mmm = Files.writeString(top.resolve("mmm"), "#!/bin/bash\necho \"${PWD##*/} $*\" >> \"${0%/*}/calls\"\n"
                + "case $PWD in */mock) mkdir -p target~/rip/mocks; touch target~/rip/mocks/opensensor-mocks.jar ;; esac\n");
        ProcessBuilder build = new ProcessBuilder("bash", "-c",
                "chmod +x mmm ci/build vee-port-esp32s3/apply && BOARD_TESTS=yes ci/build --layout raw");
        build.directory(top.toFile()).redirectErrorStream(true);
        build.environment().put("VEE_PORT", this.port.toString());
        build.environment().put("MMM", mmm.toString());
        Process process = build.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output, 0, process.waitFor());
        List<String> calls = Files.readAllLines(top.resolve("calls"));
        assertEquals("mock build", calls.get(0));
        assertEquals("ESP32-S3-DevKitC1-Xtensa-FreeRTOS-configuration build", calls.get(1));
        assertTrue(calls.get(2), calls.get(2).startsWith("top build -Dplatform-loader.target.platform.dir=" + this.port.toRealPath()
                + "/ESP32S3DevKitC1-Platform-GNUv112_xtensa-esp32s3-2.5.0/source -Dtarget.vm.name=MICROJVM "));
        assertEquals(3, calls.size());
        assertTrue(Files.exists(this.port.resolve(CONFIGURATION + "dropins/mocks/dropins/opensensor-mocks.jar")));
        assertTrue(read(PROJECT + "opensensor/partitions.csv").contains("spool,"));
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, String> file : files(from).entrySet()) {
            Path copy = to.resolve(file.getKey());
            if (!file.getKey().contains("target")) {
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, file.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    private void refuses(String message) throws Exception {
        Map<String, String> before = files(this.port);
        assertEquals(1, apply(this.port));
        assertTrue(this.said, this.said.contains(message));
        assertEquals(before, files(this.port));
    }

    private static void assertEveryNameIsOnce(List<String> settings) {
        List<String> names = new ArrayList<>();
        for (String line : settings) {
            String name = line.replaceFirst("^# ", "").replaceFirst("(=| is not set).*", "");
            assertFalse(name + " is there twice", names.contains(name));
            names.add(name);
        }
    }

    private String said;

    private int apply(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", PartitionTableTest.FOLDER.resolve("apply").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private String read(String name) throws IOException {
        return Files.readString(this.port.resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Path file = this.port.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
