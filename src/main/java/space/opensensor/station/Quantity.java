package space.opensensor.station;

/**
 * The nine measured quantities of a reading, by index: name of the column, unit, resolution and physical range.
 */
public final class Quantity {

    /** Air temperature, degree Celsius. */
    public static final int TEMPERATURE = 0;
    /** Relative humidity, percent. */
    public static final int HUMIDITY = 1;
    /** Air pressure at the station, hectopascal. */
    public static final int PRESSURE = 2;
    /** Particles up to 1.0 micrometre, microgram per cubic metre. */
    public static final int PM1_0 = 3;
    /** Particles up to 2.5 micrometre, microgram per cubic metre. */
    public static final int PM2_5 = 4;
    /** Particles up to 10 micrometre, microgram per cubic metre. */
    public static final int PM10 = 5;
    /** Resistance of the metal-oxide gas sensor, ohm. */
    public static final int GAS_RESISTANCE = 6;
    /** Illuminance, lux. */
    public static final int LIGHT = 7;
    /** Sound level, decibel (A). */
    public static final int NOISE = 8;
    /** How many quantities there are. */
    public static final int COUNT = 9;

    private static final String[] NAMES = { "temperature", "humidity", "pressure", "pm1_0", "pm2_5", "pm10",
            "gas_resistance", "light", "noise" };
    private static final String[] UNITS = { "degC", "%RH", "hPa", "ug/m3", "ug/m3", "ug/m3", "ohm", "lx", "dB(A)" };
    private static final int[] DECIMALS = { 2, 2, 2, 0, 0, 0, 0, 2, 1 };
    private static final float[] MINIMUM = { -60, 0, 300, 0, 0, 0, 0, 0, 0 };
    private static final float[] MAXIMUM = { 100, 100, 1250, 10000, 10000, 10000, 20000000, 200000, 194 };
    private Quantity() {
    }

    /** @return the name of the column. */
    public static String name(int quantity) {
        return NAMES[quantity];
    }

    /** @return the unit of the values. */
    public static String unit(int quantity) {
        return UNITS[quantity];
    }

    /** @return decimal places of the sensor's resolution, the scale of a DECIMAL column. */
    public static int decimals(int quantity) {
        return DECIMALS[quantity];
    }

    /** @return the least value that can be physical, in the quantity's unit. */
    public static float minimum(int quantity) {
        return MINIMUM[quantity];
    }

    /** @return the greatest value that can be physical, in the quantity's unit. */
    public static float maximum(int quantity) {
        return MAXIMUM[quantity];
    }

    /** Returns how many units of a quantity's resolution are one unit of it. */
    static int divisor(int quantity) {
        int divisor = 1;
        for (int i = DECIMALS[quantity]; i > 0; i--) {
            divisor *= 10;
        }
        return divisor;
    }

    /** Returns the least value of the range, as {@link #order} has it; -0 if that is 0. */
    static int lowest(int quantity) {
        return order(MINIMUM[quantity] == 0 ? -0f : MINIMUM[quantity]);
    }

    /** Returns the greatest value of the range, as {@link #order} has it. */
    static int highest(int quantity) {
        return order(MAXIMUM[quantity]);
    }

    /** Returns an integer that compares with others as the float does with theirs; -0 comes before 0. */
    static int order(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ bits >> 31 & 0x7FFFFFFF;
    }

    /** @return the index of a column name, -1 if no quantity has it. */
    public static int indexOf(String name) {
        for (int quantity = 0; quantity < COUNT; quantity++) {
            if (NAMES[quantity].equals(name)) {
                return quantity;
            }
        }
        return -1;
    }
}
