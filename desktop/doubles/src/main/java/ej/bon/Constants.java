package ej.bon;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Double of the constants that the linker inlines: reads the list file of the product. */
public final class Constants {

    private static final String LIST = "/station.constants.list";

    private Constants() {
    }

    public static String getString(String key) {
        Properties constants = new Properties();
        try (InputStream in = Constants.class.getResourceAsStream(LIST)) {
            constants.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(LIST, e);
        }
        if (constants.getProperty(key) == null) {
            throw new IllegalArgumentException(key + " is not in " + LIST);
        }
        return constants.getProperty(key);
    }
}
