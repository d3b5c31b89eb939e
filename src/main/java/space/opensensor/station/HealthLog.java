package space.opensensor.station;

import java.io.IOException;

import space.opensensor.spool.Spool;

/** Puts a row of health into the log at the first reading of a boot and once per interval from then on. One thread. */
final class HealthLog {

    private final long interval;
    private final Spool spool;
    private final Health health = new Health();
    private final HealthFrame frame = new HealthFrame();
    private long due;

    /** @param interval milliseconds from one row to the next. */
    HealthLog(long interval, Spool spool) {
        this.interval = interval;
        this.spool = spool;
    }

    /** @return whether a row is due. */
    boolean isDue(long now) {
        return now >= this.due;
    }

    /** Starts a row. @return where its fields go. */
    Health start(long now) {
        this.health.clear(now);
        this.health.setLong(Health.READINGS_LOST, this.spool.droppedReadings());
        this.health.set(Health.FLASH_ERRORS, this.spool.flashErrors());
        this.health.set(Health.DAMAGED_FRAMES, this.spool.damagedTails() + this.spool.damagedFrames());
        this.health.set(Health.FILES_SET_ASIDE, this.spool.setAsideFiles());
        this.health.setLong(Health.FLASH_FREE, this.spool.freeBytes());
        this.health.set(Health.FILES_WAITING, this.spool.objectCount());
        this.health.set(Health.SPOOL_NEW, this.spool.isNew() ? 1 : 0);
        return this.health;
    }

    /** Appends the row; one that the flash does not take is due again at the next reading. */
    void append(long now) {
        this.frame.encode(this.health);
        try {
            this.spool.appendNote(this.frame.bytes(), 0, this.frame.length());
            this.due = now + this.interval;
        } catch (IOException e) {
            this.due = now;
        }
    }
}
