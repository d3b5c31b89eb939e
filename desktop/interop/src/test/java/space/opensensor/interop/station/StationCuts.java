package space.opensensor.interop.station;

import java.io.IOException;

import space.opensensor.interop.spool.CrashableFlash;

/**
 * Runs a day once, and at every moment of it cuts the power in every way the flash knows: each time the station is booted on
 * what is left, learns the time, goes on and is drained, and the store is compared with the ledger. At depth 2 that boot and
 * its work are cut in the same manner.
 */
final class StationCuts {

    /** What happens on a day. */
    interface Day {
        void run(StationDay day, CrashableFlash flash) throws IOException;
    }

    private static final String REPLAY = System.getProperty("replay");

    private final String name;
    private final StoredReadings judge;
    private final int stride;
    private String health = "0";
    private long cuts;
    private long moments;

    /** @param stride one in so many of the places where a write can be torn is taken. */
    StationCuts(String name, StoredReadings judge, int stride) {
        this.name = name;
        this.judge = judge;
        this.stride = stride;
    }

    /** Lets the station keep a row of health every so many minutes. */
    StationCuts withHealth(int minutes) {
        this.health = String.valueOf(minutes);
        return this;
    }

    boolean isReplay() {
        return REPLAY != null;
    }

    long cuts() {
        return this.cuts;
    }

    String summary() {
        return this.name + ": " + this.cuts + " cuts at " + this.moments + " moments, " + this.judge.files()
                + " different files read";
    }

    void run(CrashableFlash flash, int depth, Day sequence) throws IOException {
        StationDay day = new StationDay();
        day.config().set("health", this.health);
        Cutter cutter = new Cutter(this.name, day, flash, depth);
        cutter.listen();
        sequence.run(day, flash);
        day.drain();
        day.check(this.judge);
    }

    private final class Cutter implements CrashableFlash.Listener {
        private final String path;
        private final StationDay day;
        private final CrashableFlash flash;
        private final int depth;
        private int moment;

        Cutter(String path, StationDay day, CrashableFlash flash, int depth) {
            this.path = path;
            this.day = day;
            this.flash = flash;
            this.depth = depth;
        }

        void listen() {
            this.flash.listen(this);
            this.day.store.listen(() -> before(this.flash, "request"), () -> before(this.flash, "answer"));
        }

        @Override
        public void before(CrashableFlash ignored, String step) {
            int variants = this.flash.variants();
            for (int variant = 0; variant < variants; variant += variant < 6 ? 1 : StationCuts.this.stride) {
                String id = this.path + "/" + this.moment + "." + variant;
                if (REPLAY == null || REPLAY.equals(id) || REPLAY.startsWith(id + "/")) {
                    cut(variant, id, step);
                }
            }
            this.moment++;
            StationCuts.this.moments++;
        }

        private void cut(int variant, String id, String step) {
            StationCuts.this.cuts++;
            try {
                reboot(this.flash.restarted(variant), id);
            } catch (CutFailure e) {
                throw e;
            } catch (IOException | RuntimeException | AssertionError e) {
                throw new CutFailure("cut before \"" + step + "\": " + e + "; repeat with -Dreplay=" + id, e);
            }
        }

        private void reboot(CrashableFlash left, String id) throws IOException {
            StationDay after = this.day.afterCut();
            if (this.depth > 1) {
                new Cutter(id, after, left, this.depth - 1).listen();
            }
            after.boot(left);
            after.learnTime();
            after.sample(1);
            after.drain();
            after.check(StationCuts.this.judge);
        }
    }

    /** A cut after which something was wrong, with the id that repeats it. */
    static final class CutFailure extends AssertionError {
        private static final long serialVersionUID = 1L;

        CutFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
