package space.opensensor.device;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;

import com.sun.management.ThreadMXBean;

import org.junit.Assert;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.doubles.Board;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.Anchor;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;
import space.opensensor.station.Sensors;
import space.opensensor.station.Station;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** The way of a reading from the sensors to the log makes no garbage, nor does a row of health. */
public class AllocationTest {

    private static final int READINGS = 300;

    /** Nine values that change. */
    private static final class SteadySensors implements Sensors {
        private int reads;

        @Override
        public void read(Reading reading) {
            for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
                reading.set(quantity, Math.max(Quantity.minimum(quantity), 20) + this.reads++ % 10);
            }
        }
    }

    private final Console console = new Console();

    @Before
    public void reset() {
        Board.reset();
    }

    @Test
    public void anIntervalAllocatesNothing() throws IOException {
        Assert.assertEquals(0, bytesOf("0"));
    }

    @Test
    public void aRowOfHealthAllocatesNothing() throws IOException {
        Assert.assertEquals(0, bytesOf("1"));
    }

    /** Takes five minutes of readings within one window. @return what they allocated, the first minute left out. */
    private long bytesOf(String health) throws IOException {
        StationConfig config = new StationConfig();
        config.set("mode", "offline");
        config.set("interval", "1");
        config.set("health", health);
        BoardClock clock = new BoardClock();
        Spool spool = new Spool(new RamFlash(128, 4096), StoreSettings.spool(config).segmentBytes(1 << 17));
        spool.recover();
        Station station = new Station(config, new SteadySensors(), clock, spool, null, new Random(1));
        station.anchor(new Anchor(0, 1772366400000L));
        Heap heap = new Heap();
        station.vitals(new BoardVitals(this.console, heap, new ScriptedRadio(), new SntpTime(null), null));
        SamplingLoop loop = new SamplingLoop(station, 1000, clock, heap, this.console);
        run(loop, clock, 90);
        long before = allocated();
        long counting = allocated() - before;
        before = allocated();
        run(loop, clock, READINGS);
        long bytes = allocated() - before - counting;
        Assert.assertTrue(station.sampler().accepted() >= READINGS);
        return bytes;
    }

    private static void run(SamplingLoop loop, BoardClock clock, int readings) {
        for (int i = 0; i < readings; i++) {
            loop.turn(clock.monotonicMillis());
            Board.skip(1000);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
