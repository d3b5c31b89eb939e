package space.opensensor.device;

/** What {@link SensorNatives#health} tells: the sensors, the numbers of each, and its states, as in sensor.h. */
final class SensorHealth {

    /** BME280, BME680 or BME688: temperature, humidity, pressure, and gas resistance but for the first. */
    static final int CLIMATE = 0;
    /** PMS5003. */
    static final int PARTICLES = 1;
    /** LTR-559 or BH1750. */
    static final int LIGHT = 2;
    /** I2S microphone. */
    static final int MICROPHONE = 3;
    /** How many sensors there are. */
    static final int SENSORS = 4;

    /** Number of the part: 280, 680, 5003, 559, 1750, 441; 0 if not known; of a wrong one its identification. */
    static final int PART = 0;
    /** One of the states below. */
    static final int STATE = 1;
    /** Measurements that were good. */
    static final int GOOD = 2;
    /** Measurements, searches and frames that were not. */
    static final int BAD = 3;
    /** Numbers of each sensor. */
    static final int NUMBERS = 4;

    /** No value yet. */
    static final int STARTING = 0;
    /** The latest measurement is good. */
    static final int OK = 1;
    /** No pins, or the driver of its bus refuses. */
    static final int OFF = 2;
    /** Nobody answers. */
    static final int ABSENT = 3;
    /** Somebody else answers. */
    static final int WRONG_ID = 4;
    /** Calibration data that no such sensor has. */
    static final int BAD_CALIBRATION = 5;
    /** A transfer failed, or the sensor fell silent. */
    static final int BUS_FAILED = 6;
    /** A frame whose length or checksum is wrong. */
    static final int BAD_CHECKSUM = 7;
    /** Measurements do not end, or repeat bit for bit. */
    static final int STUCK = 8;
    /** A value outside of what the sensor can measure, or saturated. */
    static final int OUT_OF_RANGE = 9;
    /** How many states there are. */
    static final int STATES = 10;

    private static final String[] NAMES = { "climate", "particles", "light", "microphone" };

    private SensorHealth() {
    }

    /** @return what a sensor measures. */
    static String name(int sensor) {
        return NAMES[sensor];
    }
}
