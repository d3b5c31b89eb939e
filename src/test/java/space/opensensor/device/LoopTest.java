package space.opensensor.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.station.Clock;

/** {@link Loop}: steps at the times it asks for, whatever one of them throws. */
public class LoopTest {

    /** A clock that goes on by 2 s whenever it is asked, so that no test waits. */
    static class HastyClock implements Clock {

        private long now;

        @Override
        public synchronized long monotonicMillis() {
            this.now += 2000;
            return this.now;
        }
    }

    /** A loop of ten steps that throws in some of them. */
    static class TenSteps extends Loop {

        int steps;
        RuntimeException defect;
        Error error;

        TenSteps(Console console) {
            super("ten", new HastyClock(), console);
        }

        @Override
        long step(long now) {
            this.steps++;
            if (this.steps == 10) {
                stop();
            }
            if (this.steps == 2 && this.defect != null) {
                throw this.defect;
            }
            if (this.steps == 3 && this.error != null) {
                throw this.error;
            }
            return now;
        }
    }

    private Console console;
    private TenSteps loop;

    @Before
    public void makeLoop() {
        this.console = new Console();
        this.loop = new TenSteps(this.console);
    }

    @Test
    public void stepsUntilItIsStopped() {
        this.loop.run();
        assertEquals(10, this.loop.steps);
        assertEquals(0, this.console.count(Event.FAULT));
    }

    @Test
    public void goesOnAfterADefect() {
        this.loop.defect = new IllegalStateException("defect");
        this.loop.run();
        assertEquals(10, this.loop.steps);
        assertEquals(1, this.console.count(Event.FAULT));
    }

    @Test
    public void goesOnWhenMemoryRanOut() {
        this.loop.error = new OutOfMemoryError("heap");
        this.loop.run();
        assertEquals(10, this.loop.steps);
        assertEquals(1, this.console.count(Event.FAULT));
    }

    @Test
    public void endsWhenItsThreadIsInterrupted() throws InterruptedException {
        Loop sleeper = new Loop("sleeper", new HastyClock(), this.console) {
            @Override
            long step(long now) {
                return now + 3600000;
            }
        };
        Thread thread = sleeper.start(5);
        thread.interrupt();
        thread.join(10000);
        assertTrue("still alive", !thread.isAlive());
    }
}
