package space.opensensor.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.opensensor.provision.NvsImage;
import space.opensensor.provision.NvsKeys;
import space.opensensor.provision.NvsReader;
import space.opensensor.provision.Partition;
import space.opensensor.provision.PartitionTable;
import space.opensensor.provision.SettingsFile;

/** The configuration of one board as an image that is flashed. */
@Command(name = "provision", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Make the NVS image of one board from a file of settings, and print the commands that flash it.",
                "The file has name=value in each line: the settings of docs/configuration.md and those of docs/board.md,"
                        + " wifi_ssid and wifi_pass among them. They are checked by the firmware's own code before anything is written.",
                "Images and settings hold secrets: they are written for their owner only, and never shown." })
final class ProvisionCommand implements Callable<Integer> {

    static final String NVS = "nvs";
    static final String NVS_KEYS = "nvs_keys";

    private static final int FLASH_BYTES = 8 << 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "File of settings.")
    private Path config;

    @Option(names = "--out", defaultValue = ".", paramLabel = "DIR",
            description = "Folder for nvs.bin and nvs_keys.bin. Default: the current one.")
    private Path out;

    @Option(names = "--encrypt", description = "Encrypt the image with new keys, and write these as nvs_keys.bin too.")
    private boolean encrypt;

    @Option(names = "--keys", paramLabel = "FILE", description = "Encrypt the image with the keys that the board has.")
    private Path keys;

    @Option(names = "--partitions", paramLabel = "FILE.csv",
            description = "Partition table. Default: that of vee-port-esp32s3/partitions.csv.")
    private Path partitions;

    @Option(names = "--port", defaultValue = "/dev/ttyUSB0", paramLabel = "PORT",
            description = "Serial port in the commands. Default: ${DEFAULT-VALUE}.")
    private String port;

    @Option(names = "--force", description = "Replace images that are there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, String> settings = SettingsFile.read(this.config);
        SettingsFile.check(settings);
        PartitionTable table = table();
        Partition nvs = table.find(NVS);
        byte[] image = image(settings, nvs.size());
        NvsKeys secret = this.keys != null ? NvsKeys.of(Files.readAllBytes(this.keys)) : this.encrypt ? NvsKeys.random() : null;
        boolean newKeys = secret != null && this.keys == null;
        Path nvsFile = this.out.resolve("nvs.bin");
        Path keysFile = this.out.resolve("nvs_keys.bin");
        refuseToReplace(nvsFile);
        if (newKeys) {
            refuseToReplace(keysFile);
        }
        Files.createDirectories(this.out);
        write(nvsFile, secret == null ? image : secret.encrypt(image));
        if (newKeys) {
            write(keysFile, secret.partition());
        }
        describe(settings, nvs, nvsFile, secret == null ? null : newKeys ? keysFile : this.keys, table);
        return 0;
    }

    private PartitionTable table() throws IOException {
        if (this.partitions != null) {
            return PartitionTable.parse(Files.readString(this.partitions), FLASH_BYTES);
        }
        try (InputStream in = ProvisionCommand.class.getResourceAsStream("/partitions.csv")) {
            return PartitionTable.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FLASH_BYTES);
        }
    }

    /** Makes an image and reads it back with other code. */
    private static byte[] image(Map<String, String> settings, int size) {
        NvsImage image = new NvsImage(size, "station");
        settings.forEach(image::text);
        Map<String, String> there = NvsReader.read(image.bytes());
        settings.forEach((name, value) -> {
            if (!value.equals(there.get("station/" + name))) {
                throw Failure.failed(name + ": was not read back from the image as it was written");
            }
        });
        return image.bytes();
    }

    private void refuseToReplace(Path file) {
        if (Files.exists(file) && !this.force) {
            throw Failure.failed(file + ": exists already; --force replaces it");
        }
    }

    /** Writes a file that only its owner may read, from the first byte on. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void describe(Map<String, String> settings, Partition nvs, Path nvsFile, Path keysFile, PartitionTable table)
            throws IOException {
        PrintWriter report = this.spec.commandLine().getOut();
        report.println(settings.size() + " settings, allowed by the firmware: " + String.join(" ", settings.keySet()));
        report.println("Image of partition " + NVS + ", " + nvs.size() + " bytes" + (keysFile == null ? "" : ", encrypted") + ": "
                + nvsFile);
        if (keysFile != null) {
            report.println("Keys: " + keysFile + ". Who has them and the flash can read the settings.");
            report.println();
            report.println("Needs a firmware with flash encryption and NVS encryption (docs/board.md). Before its first boot:");
            report.println(flash(table.find(NVS_KEYS), keysFile, ""));
            report.println("or, if it has booted and is in development mode:");
            report.println(flash(table.find(NVS_KEYS), keysFile, "--encrypt "));
            report.println("then");
        }
        report.println(flash(nvs, nvsFile, ""));
        if (isOpen(this.config)) {
            this.spec.commandLine().getErr().println(this.config + ": others than its owner may read it; chmod 600 helps");
        }
    }

    private String flash(Partition partition, Path file, String option) {
        return String.format("esptool.py --chip esp32s3 --port %s write_flash %s0x%x %s", this.port, option, partition.offset(),
                file);
    }

    private static boolean isOpen(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().stream().anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }
}
