package space.opensensor.device;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.After;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.s3.Body;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.ObjectStore;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/**
 * One fault at a time, in the threads of the device: sampling goes on, and the watchdog is fed while there is progress and
 * not otherwise. A reading is due every 20 ms; whatever happens, no pause is longer than {@value #BOUND} ms, which is the
 * second that a loop rests after a fault and one more for a busy machine.
 */
public class FaultsTest {

    private static final int INTERVAL = 20;
    private static final int BOUND = 2000;
    private static final int READINGS = 15;
    private static final long PATIENCE = 10000000000L;

    /** Sensors that do what a test sets, and know when they were asked. */
    private static final class FaultySensors implements Sensors {
        volatile RuntimeException defect;
        volatile Error error;
        volatile CountDownLatch hang;
        volatile int reads;
        private volatile long lastNanos;
        private volatile long longestPause;

        @Override
        public void read(Reading reading) throws IOException {
            long nanos = System.nanoTime();
            this.longestPause = this.reads == 0 ? 0 : Math.max(this.longestPause, nanos - this.lastNanos);
            this.lastNanos = nanos;
            this.reads++;
            await(this.hang);
            if (this.defect != null) {
                throw this.defect;
            }
            if (this.error != null) {
                throw this.error;
            }
            reading.set(Quantity.TEMPERATURE, this.reads % 50);
        }

        long longestPauseMillis() {
            return this.longestPause / 1000000;
        }
    }

    /** A store that hangs or runs out of memory. */
    private static final class FaultyStore implements ObjectStore {
        volatile CountDownLatch hang;
        volatile Error error;
        volatile int stored;
        volatile int calls;

        @Override
        public boolean store(String key, Body body) {
            this.calls++;
            await(this.hang);
            if (this.error != null) {
                throw this.error;
            }
            this.stored++;
            return true;
        }
    }

    /** A radio whose join never ends. */
    private static final class HangingRadio extends ScriptedRadio {
        final CountDownLatch hang = new CountDownLatch(1);

        @Override
        public void join(String ssid, String passphrase) throws IOException {
            await(this.hang);
            super.join(ssid, passphrase);
        }
    }

    /** A console that has no memory left to tell anything. */
    private static final class MuteConsole extends Console {
        @Override
        synchronized void tell(int event, String detail) {
            super.tell(event, detail);
            if (event == Event.FAULT) {
                throw new OutOfMemoryError("console");
            }
        }
    }

    private final FaultySensors sensors = new FaultySensors();
    private final FaultyStore store = new FaultyStore();
    private ScriptedRadio radio = new ScriptedRadio();
    private Console console = new Console();
    private BoardClock clock;
    private Station station;
    private SamplingLoop sampling;
    private FilesLoop files;
    private Loop linking;
    private Thread samplingThread;

    @Before
    public void reset() {
        Board.reset();
    }

    @After
    public void stop() {
        this.sampling.stop();
        this.files.stop();
        this.linking.stop();
        release(this.sensors.hang);
        release(this.store.hang);
        if (this.radio instanceof HangingRadio) {
            release(((HangingRadio) this.radio).hang);
        }
    }

    @Test
    public void aDefectOfASensorIsCountedAndSamplingGoesOn() throws Exception {
        this.sensors.defect = new IllegalStateException("defect");
        start();
        awaitReadings(READINGS);
        Assert.assertTrue(this.station.sampler().sensorErrors() >= READINGS - 1);
        assertFed(true);
        this.sensors.defect = null;
        assertSamplingGoesOn();
    }

    @Test
    public void wantOfMemoryInASensorCostsASecondAndNoMore() throws Exception {
        start();
        awaitReadings(2);
        this.sensors.error = new OutOfMemoryError("sensor");
        awaitReadings(this.sensors.reads + 2);
        this.sensors.error = null;
        assertSamplingGoesOn();
        Assert.assertTrue(this.console.count(Event.FAULT) >= 1);
        assertFed(true);
    }

    @Test
    public void wantOfMemoryToTellItEndsNoThread() throws Exception {
        this.console = new MuteConsole();
        start();
        awaitReadings(2);
        this.sensors.error = new OutOfMemoryError("sensor");
        awaitReadings(this.sensors.reads + 2);
        this.sensors.error = null;
        assertSamplingGoesOn();
        Assert.assertTrue(this.samplingThread.isAlive());
    }

    @Test
    public void aSensorThatHangsIsNotProgress() throws Exception {
        start();
        awaitReadings(2);
        this.sensors.hang = new CountDownLatch(1);
        awaitReadings(this.sensors.reads + 1);
        assertFed(false);
        release(this.sensors.hang);
        this.sensors.hang = null;
        awaitReadings(this.sensors.reads + READINGS);
        assertFed(true);
    }

    @Test
    public void aSocketThatHangsStopsNoReadingAndAfterAnHourTheWatchdogIsNotFed() throws Exception {
        this.store.hang = new CountDownLatch(1);
        start();
        makeFile();
        awaitUpload(1);
        assertSamplingGoesOn();
        assertFed(true);
        Board.skip(Loop.STUCK_AFTER + 1000);
        awaitReadings(this.sensors.reads + 2);
        assertFed(false);
        assertSamplingGoesOn();
        release(this.store.hang);
        this.store.hang = null;
        awaitFed();
    }

    @Test
    public void wantOfMemoryInEveryUploadIsNoProgressEither() throws Exception {
        this.store.error = new OutOfMemoryError("upload");
        start();
        makeFile();
        awaitUpload(1);
        Assert.assertTrue(this.files.isStuck(this.clock.monotonicMillis() + Loop.STUCK_AFTER + 2000));
        Board.skip(Loop.STUCK_AFTER + 2000);
        awaitUpload(this.store.calls + 1);
        awaitReadings(this.sensors.reads + 2);
        assertFed(false);
        assertSamplingGoesOn();
        this.store.error = null;
        awaitFed();
        Assert.assertTrue("kept and stored in the end", this.store.stored >= 1);
    }

    @Test
    public void aJoinThatHangsStopsNoReading() throws Exception {
        this.radio = new HangingRadio();
        start();
        awaitReadings(2);
        assertSamplingGoesOn();
        assertFed(true);
        Board.skip(Loop.STUCK_AFTER + 1000);
        awaitReadings(this.sensors.reads + 2);
        assertFed(false);
        assertSamplingGoesOn();
    }

    private void start() throws IOException {
        StationConfig config = new StationConfig();
        String[] settings = { "interval", "1", "bucket", "readings", "access_key", "id", "secret_key", "key" };
        for (int i = 0; i < settings.length; i += 2) {
            config.set(settings[i], settings[i + 1]);
        }
        this.clock = new BoardClock();
        Spool spool = new Spool(new RamFlash(128, 4096), StoreSettings.spool(config));
        spool.recover();
        this.station = new Station(config, this.sensors, this.clock, spool, this.store, new Random(1));
        this.station.anchor(new Anchor(0, 1772366400000L));
        WifiLink link = new WifiLink(this.radio, "attic", "correct horse", this.console, new Random(1));
        WifiLink up = new WifiLink(new ScriptedRadio(), "attic", "correct horse", new Console(), new Random(1));
        up.step(0);
        this.sampling = new SamplingLoop(this.station, INTERVAL, this.clock, new Heap(), this.console);
        this.files = new FilesLoop(this.station, null, up, this.clock, this.console);
        this.linking = new LinkLoop(link, new NoServer(), this.clock, this.station, this.console, new Random(1));
        this.sampling.watch(this.files, this.linking);
        this.samplingThread = this.sampling.start(7);
        this.linking.start(6);
        this.files.start(5);
    }

    /** Lets a window and the pause after the boot pass, so that there is a file to upload. */
    private void makeFile() throws InterruptedException {
        awaitReadings(3);
        Board.skip(16 * 60000);
        awaitReadings(this.sensors.reads + 3);
    }

    private void assertSamplingGoesOn() throws InterruptedException {
        int before = this.station.sampler().accepted();
        awaitReadings(this.sensors.reads + READINGS);
        Assert.assertTrue("accepted", this.station.sampler().accepted() >= before + READINGS - 1);
        Assert.assertTrue(this.sensors.longestPauseMillis() + " ms without a reading",
                this.sensors.longestPauseMillis() <= BOUND);
    }

    private void assertFed(boolean expected) throws InterruptedException {
        Thread.sleep(2 * INTERVAL);
        int before = WatchdogNatives.feeds();
        Thread.sleep(10 * INTERVAL);
        Assert.assertEquals(expected, WatchdogNatives.feeds() > before);
    }

    private void awaitFed() throws InterruptedException {
        int before = WatchdogNatives.feeds();
        long start = System.nanoTime();
        while (WatchdogNatives.feeds() == before) {
            giveUp(start, "never fed again");
        }
    }

    private void awaitReadings(int count) throws InterruptedException {
        long start = System.nanoTime();
        while (this.sensors.reads < count) {
            giveUp(start, this.sensors.reads + " readings, " + count + " awaited");
        }
    }

    private void awaitUpload(int calls) throws InterruptedException {
        long start = System.nanoTime();
        while (this.store.calls < calls) {
            giveUp(start, this.store.calls + " uploads, " + calls + " awaited");
        }
    }

    private static void giveUp(long start, String message) throws InterruptedException {
        Assert.assertTrue(message, System.nanoTime() - start < PATIENCE);
        Thread.sleep(5);
    }

    private static void await(CountDownLatch hang) {
        if (hang != null) {
            try {
                hang.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void release(CountDownLatch hang) {
        if (hang != null) {
            hang.countDown();
        }
    }
}
