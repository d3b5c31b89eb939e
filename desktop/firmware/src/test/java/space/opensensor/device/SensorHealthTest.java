package space.opensensor.device;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Assert;
import org.junit.Test;

import space.opensensor.station.Quantity;

/** The numbers that Java and C exchange are the same on both sides. */
public class SensorHealthTest {

    private static final File SOURCES = new File(System.getProperty("basedir", "."), "../../vee-port-esp32s3/bsp/src");

    @Test
    public void statesAreThoseOfTheNatives() throws IOException {
        String[] names = { "STARTING", "OK", "OFF", "ABSENT", "WRONG_ID", "CALIBRATION", "BUS", "CHECKSUM", "STUCK",
                "RANGE" };
        int[] states = { SensorHealth.STARTING, SensorHealth.OK, SensorHealth.OFF, SensorHealth.ABSENT,
                SensorHealth.WRONG_ID, SensorHealth.BAD_CALIBRATION, SensorHealth.BUS_FAILED, SensorHealth.BAD_CHECKSUM,
                SensorHealth.STUCK, SensorHealth.OUT_OF_RANGE };
        Matcher matcher = Pattern.compile("SENSOR_(\\w+) = (\\d+)").matcher(text("sensor.h"));
        int count = 0;
        for (; matcher.find(); count++) {
            Assert.assertEquals(names[count], matcher.group(1));
            Assert.assertEquals(matcher.group(1), states[count], Integer.parseInt(matcher.group(2)));
        }
        Assert.assertEquals(SensorHealth.STATES, count);
    }

    @Test
    public void indicesAreThoseOfTheNatives() throws IOException {
        String header = text("measurements.h");
        Assert.assertEquals("[CLIMATE_SENSOR, PARTICLE_SENSOR, LIGHT_SENSOR, MICROPHONE, SENSORS]",
                constants(header, "enum \\{ (CLIMATE[^}]*) \\}"));
        Assert.assertEquals("[0, 1, 2, 3, 4]", Arrays.toString(new int[] { SensorHealth.CLIMATE, SensorHealth.PARTICLES,
                SensorHealth.LIGHT, SensorHealth.MICROPHONE, SensorHealth.SENSORS }));
        Assert.assertEquals("[HEALTH_PART, HEALTH_STATE, HEALTH_GOOD, HEALTH_BAD, HEALTH_NUMBERS]",
                constants(header, "enum \\{ (HEALTH[^}]*) \\}"));
        Assert.assertEquals("[0, 1, 2, 3, 4]", Arrays.toString(new int[] { SensorHealth.PART, SensorHealth.STATE,
                SensorHealth.GOOD, SensorHealth.BAD, SensorHealth.NUMBERS }));
        String quantities = constants(header, "enum quantity \\{ ([^}]*) \\}").toLowerCase();
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            Assert.assertEquals(Quantity.name(quantity), quantities.substring(1).split(", ")[quantity]);
        }
    }

    private static String constants(String header, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(header);
        Assert.assertTrue(pattern, matcher.find());
        return Arrays.toString(matcher.group(1).split(", "));
    }

    private static String text(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream file = new FileInputStream(new File(SOURCES, name));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(file, "UTF-8"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
