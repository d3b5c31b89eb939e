package space.opensensor.device;

import java.io.IOException;

import ej.sni.NativeException;
import ej.sni.NativeIOException;

import org.teavm.interop.Function;

import space.opensensor.bytes.Hex;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/** The product's natives, called from compiled Java: values, errors and exceptions come through. */
public final class NativeCalls {

    private static final int PERIOD = 1000;
    private static final int MAX_AGE = 3000;
    private static final int END = 4000;

    private static final float[] VALUES = new float[Quantity.COUNT];
    private static final int[] HEALTH = new int[SensorHealth.SENSORS * SensorHealth.NUMBERS];
    private static final Reading READING = new Reading();
    private static Console console = new Console();
    private static NativeSensors sensors;
    /** When the drivers begin to fail, milliseconds; never: 0. */
    private static long failsFrom;

    private NativeCalls() {
    }

    /**
     * Makes all calls; prints what the sensors tell each second as the program in C does.
     *
     * @throws IllegalStateException if something else comes back than the C functions return.
     */
    public static void run() throws IOException {
        seconds();
        throughTheProductsOwnClass();
        shortArrays();
        sensorsThatFail();
        watchdog();
        sleep();
        partition();
    }

    private static void expect(String what, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException(what + ": " + actual + ", expected " + expected);
        }
    }

    private static void seconds() {
        PretendedBoard.reset();
        PretendedBoard.at(Function.get(PretendedBoard.Instant.class, NativeCalls.class, "printSecond"));
        expect("start", 0, SensorNatives.start(PERIOD));
        PretendedBoard.run();
        expect("drivers left", 0, PretendedBoard.drivers());
    }

    /** Called by the board. */
    static void printSecond(long millis) {
        if (millis % PERIOD == 0) {
            int present = SensorNatives.read(VALUES, MAX_AGE);
            SensorNatives.health(HEALTH);
            StringBuilder line = new StringBuilder().append("second ").append(millis / PERIOD).append(" present ")
                    .append(Integer.toHexString(present));
            for (int i = 0; i < VALUES.length; i++) {
                line.append(' ').append(hex(Float.floatToIntBits(VALUES[i])));
            }
            for (int i = 0; i < HEALTH.length; i++) {
                line.append(' ').append(HEALTH[i]);
            }
            System.out.println(line.toString());
        }
        if (millis >= END) {
            SensorNatives.stop();
        }
    }

    private static String hex(int bits) {
        byte[] bytes = {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
        return Hex.encode(bytes);
    }

    /** The values of the last second are in {@link #VALUES}. */
    private static void throughTheProductsOwnClass() throws IOException {
        PretendedBoard.reset();
        takeReadings();
        for (int i = 0; i < Quantity.COUNT; i++) {
            float value = READING.has(i) ? READING.get(i) : 0;
            expect(Quantity.name(i), Float.floatToIntBits(VALUES[i]), Float.floatToIntBits(value));
        }
    }

    /** Called by the board. */
    static void takeReading(long millis) {
        if (failsFrom > 0 && millis >= failsFrom) {
            PretendedBoard.fail(1000, 0x107);
            failsFrom = 0;
        }
        try {
            if (millis % PERIOD == 0) {
                READING.clear(millis);
                sensors.read(READING);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (millis >= END) {
            SensorNatives.stop();
        }
    }

    private static void shortArrays() {
        PretendedBoard.reset();
        try {
            SensorNatives.read(new float[Quantity.COUNT - 1], MAX_AGE);
            throw new IllegalStateException("values fit nowhere");
        } catch (NativeException e) {
            expect("error code", Quantity.COUNT, e.getErrorCode());
            System.out.println("short array: " + e.getMessage());
        }
        try {
            SensorNatives.health(null);
            throw new IllegalStateException("no array");
        } catch (NativeException e) {
            expect("error code", HEALTH.length, e.getErrorCode());
        }
    }

    /** The console tells S01 and S02. */
    private static void sensorsThatFail() throws IOException {
        PretendedBoard.reset();
        PretendedBoard.fail(1, 0x101);
        expect("no memory for the task", 0x101, SensorNatives.start(PERIOD));
        PretendedBoard.reset();
        PretendedBoard.remove(0);
        console = new Console();
        takeReadings();
        expect("temperature of nobody", 0, READING.has(Quantity.TEMPERATURE) ? 1 : 0);
        expect("light", 1, READING.has(Quantity.LIGHT) ? 1 : 0);
        expect("told absent", 1, console.count(Event.SENSORS_ABSENT));
        PretendedBoard.reset();
        failsFrom = 2000;
        console = new Console();
        takeReadings();
        expect("told failed", 1, console.count(Event.SENSOR_FAILED) > 0 ? 1 : 0);
    }

    private static void takeReadings() {
        sensors = new NativeSensors(MAX_AGE, console);
        PretendedBoard.at(Function.get(PretendedBoard.Instant.class, NativeCalls.class, "takeReading"));
        expect("start", 0, SensorNatives.start(PERIOD));
        PretendedBoard.run();
        expect("drivers left", 0, PretendedBoard.drivers());
    }

    private static void watchdog() {
        PretendedBoard.reset();
        expect("time limit of 0", 0x102, WatchdogNatives.start(0));
        PretendedBoard.fail(1, 0x105);
        expect("watchdog that fails", 0x105, WatchdogNatives.start(120));
        expect("watchdog", 0, WatchdogNatives.start(120));
        WatchdogNatives.feed();
        expect("feeds", 1, PretendedBoard.watchdogFeeds());
        expect("reset reason", 1, WatchdogNatives.resetReason());
    }

    private static void sleep() {
        expect("no sleep", 0x102, SleepNatives.deepSleep(0));
        PretendedBoard.fail(1, 0x106);
        expect("sleep that fails", 0x106, SleepNatives.deepSleep(1000));
    }

    private static void partition() throws IOException {
        PretendedBoard.reset();
        expect("size", 16 * 4096, PartitionNatives.size());
        expect("beyond the array", 0x102, PartitionNatives.read(0, new byte[8], 4, 5));
        expect("two pages", 0x104, PartitionNatives.program(255, new byte[2], 0, 2));
        PretendedBoard.flashError(0x107);
        try {
            new BoardPartition().read(4096, new byte[8], 0, 8);
            throw new IllegalStateException("the flash fails");
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        expect("erase that fails", 0x107, PartitionNatives.erase(4096));
        PretendedBoard.flashError(0);
        PretendedBoard.worker(2, 0, 0);
        expect("erase after others", 0, PartitionNatives.erase(4096));
        expect("suspensions", 3, PretendedBoard.suspensions());
        PretendedBoard.worker(0, 2, 0);
        expect("erase, resumed early", 0, PartitionNatives.erase(4096));
        expect("suspensions", 3, PretendedBoard.suspensions());
        PretendedBoard.worker(0, 0, 1);
        try {
            PartitionNatives.erase(4096);
            throw new IllegalStateException("the worker takes no job");
        } catch (NativeIOException e) {
            expect("error code", -1, e.getErrorCode());
        }
        PretendedBoard.reset();
    }
}
