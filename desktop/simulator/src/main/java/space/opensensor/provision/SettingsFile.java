package space.opensensor.provision;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import space.opensensor.device.DeviceConfig;
import space.opensensor.device.StoreClient;
import space.opensensor.doubles.BoardTls;
import space.opensensor.http.SocketConnector;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/**
 * A file of settings in UTF-8: {@code name=value} in each line, the value as it stands after the first {@code =}, without
 * quotes or escapes, as a passphrase may hold anything. Empty lines and those that start with {@code #} say nothing.
 */
public final class SettingsFile {

    private SettingsFile() {
    }

    /**
     * Reads a file without asking what its settings mean.
     *
     * @return values by name, in the order of the file.
     * @throws IOException if it cannot be read.
     * @throws IllegalArgumentException if a line is none of these, or a name comes twice; names file and line, shows no value.
     */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text(file).split("\r?\n")) {
            number++;
            int equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException(file + ", line " + number + ": name=value is allowed, or # and a remark");
            }
            if (values.put(name, line.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(file + ", line " + number + ": " + name + " is set twice");
            }
        }
        return values;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": is not UTF-8", e);
        }
    }

    /**
     * Checks settings as the firmware does when it boots.
     *
     * @throws IllegalArgumentException if the firmware would refuse them, or its store could not be reached with them, as its
     *         TLS cannot use certificate or key, for example; names
     *         the setting, the value unless it is secret, and what is allowed.
     */
    public static void check(Map<String, String> values) {
        DeviceConfig config = new DeviceConfig();
        values.forEach(config::set);
        config.validate();
        if (config.station().number(StationConfig.MODE) == StationConfig.ONLINE) {
            StoreClient.of(config.station(), StoreSettings.s3(config.station()), new SocketConnector(),
                    System::currentTimeMillis);
            checkTls(config);
        }
    }

    private static void checkTls(DeviceConfig config) {
        BoardTls.install();
        try {
            config.tls();
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
