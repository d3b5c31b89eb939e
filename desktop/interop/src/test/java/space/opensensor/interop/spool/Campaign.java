package space.opensensor.interop.spool;

import java.io.IOException;

import space.opensensor.spool.SpoolConfig;

/**
 * Runs a sequence once, and at every moment of it cuts the power in every way the flash knows: each time a copy is booted,
 * audited and drained. At depth 2 that boot is itself cut in the same manner.
 */
final class Campaign {

    /** What is done to the spool. */
    interface Sequence {
        void run(Driver driver, CrashableFlash flash) throws IOException;
    }

    private static final String REPLAY = System.getProperty("replay");

    private final String name;
    private final SpoolConfig config;
    private Audit.Drops drops = Audit.Drops.ONE_OFF;
    private int firstStride = 1;
    private int secondStride = 1;
    private int from;
    private int to = Integer.MAX_VALUE;
    private long moments;
    private long cuts;
    private long losses;
    private long useless;

    Campaign(String name, SpoolConfig config) {
        this.name = name;
        this.config = config;
    }

    /** Judges the readings that are gone in another way than {@link Audit.Drops#ONE_OFF}. */
    Campaign judging(Audit.Drops gone) {
        this.drops = gone;
        return this;
    }

    /** Takes only one in so many places to tear, at the first cut and at one of the recovery after it. */
    Campaign stride(int first, int second) {
        this.firstStride = first;
        this.secondStride = second;
        return this;
    }

    /** Cuts only at some moments of the sequence. */
    Campaign only(int fromMoment, int toMoment) {
        this.from = fromMoment;
        this.to = toMoment;
        return this;
    }

    /** @return cuts after which acknowledged readings were gone, declared or not. */
    long losses() {
        return this.losses;
    }

    boolean isReplay() {
        return REPLAY != null;
    }

    String summary() {
        String lost = this.drops == Audit.Drops.ANY
                ? ", " + this.losses + " cost readings, " + this.useless + " the volume" : "";
        return this.name + ": " + this.cuts + " cuts at " + this.moments + " moments" + lost;
    }

    /** @return cuts made. */
    long cuts() {
        return this.cuts;
    }

    void run(CrashableFlash flash, int depth, Sequence sequence) throws IOException {
        if (REPLAY != null && !REPLAY.startsWith(this.name + "/")) {
            return;
        }
        Driver driver = new Driver(this.config, new Ledger());
        flash.listen(new Cutter(this.name, driver.ledger, depth));
        sequence.run(driver, flash);
        flash.listen(null);
        new Audit(driver.ledger).check(driver.spool, this.drops);
        if (flash.mostOpen() > 2) {
            throw new AssertionError(flash.mostOpen() + " files were open at once");
        }
    }

    private final class Cutter implements CrashableFlash.Listener {
        private final String path;
        private final Ledger ledger;
        private final int depth;
        private int moment;

        Cutter(String path, Ledger ledger, int depth) {
            this.path = path;
            this.ledger = ledger;
            this.depth = depth;
        }

        @Override
        public void before(CrashableFlash flash, String step) {
            boolean first = this.path.indexOf('/') < 0;
            if (first && (this.moment < Campaign.this.from || this.moment >= Campaign.this.to)) {
                this.moment++;
                return;
            }
            Campaign.this.moments += first ? 1 : 0;
            int variants = flash.variants();
            int by = first ? Campaign.this.firstStride : Campaign.this.secondStride;
            for (int variant = 0; variant < variants; variant += variant < 6 ? 1 : by) {
                String id = this.path + "/" + this.moment + "." + variant;
                if (REPLAY == null || REPLAY.equals(id) || REPLAY.startsWith(id + "/")) {
                    cut(flash, variant, id, step);
                }
            }
            this.moment++;
        }

        private void cut(CrashableFlash flash, int variant, String id, String step) {
            Campaign.this.cuts++;
            try {
                reboot(flash.restarted(variant), id);
            } catch (CutFailure e) {
                throw e;
            } catch (IOException | RuntimeException | AssertionError e) {
                throw new CutFailure("cut before \"" + step + "\": " + e + "; repeat with -Dreplay=" + id, e);
            }
        }

        private void reboot(CrashableFlash flash, String id) throws IOException {
            Ledger known = this.ledger.copy();
            if (Campaign.this.drops == Audit.Drops.ANY) {
                known.highestBoot = 0;
            }
            Driver driver = new Driver(Campaign.this.config, known);
            if (this.depth > 1) {
                flash.listen(new Cutter(id, known, this.depth - 1));
            }
            try {
                driver.boot(flash);
            } catch (IllegalStateException e) {
                if (Campaign.this.drops == Audit.Drops.ANY && e.getMessage().startsWith("flash: ")) {
                    Campaign.this.useless++;
                    return;
                }
                throw e;
            }
            flash.listen(null);
            Campaign.this.losses += new Audit(known).check(driver.spool, Campaign.this.drops) > 0 ? 1 : 0;
            driver.append(1);
            driver.drain();
            new Audit(known).check(driver.spool, Campaign.this.drops);
            boolean drained = driver.spool.objectCount() == 0 && driver.spool.segmentCount() == 0;
            if (!drained && Campaign.this.drops != Audit.Drops.ANY || flash.mostOpen() > 2) {
                throw new AssertionError("not drained, or more than two files open");
            }
        }
    }

    /** A case that failed, with the id that repeats it. */
    static final class CutFailure extends AssertionError {
        private static final long serialVersionUID = 1L;

        CutFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
