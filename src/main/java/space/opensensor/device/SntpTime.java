package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Anchor;
import space.opensensor.station.Health;
import space.opensensor.time.ClockDiscipline;
import space.opensensor.time.SntpClient;
import space.opensensor.time.SntpSample;

/** Time from SNTP. An answer that would move the time far counts only when the next one confirms it. */
final class SntpTime implements TimeServer {

    private static final int JUMP_LIMIT = 2000;
    private static final long DRIFT_SPAN = 3600000;

    private final SntpClient client;
    private final ClockDiscipline discipline = new ClockDiscipline(JUMP_LIMIT, DRIFT_SPAN);

    SntpTime(SntpClient client) {
        this.client = client;
    }

    @Override
    public Anchor ask() throws IOException {
        SntpSample sample = this.client.query();
        if (this.discipline.update(sample) == ClockDiscipline.HELD) {
            throw new IOException(sample.server() + " differs by more than " + JUMP_LIMIT + " ms; waiting for another answer");
        }
        if (!Anchor.isPlausible(sample.utcMillis())) {
            throw new IOException(sample.server() + " tells a time before 2000 or after 2199");
        }
        int drift = this.discipline.isDriftKnown() ? (int) this.discipline.driftPpb() : Anchor.UNKNOWN_DRIFT;
        return new Anchor(sample.monotonicMillis(), sample.utcMillis(), drift);
    }

    @Override
    public void read(Health health) {
        if (this.discipline.isKnown()) {
            health.set(Health.CLOCK_OFFSET, (int) this.discipline.lastCorrectionMillis());
            health.set(Health.CLOCK_STEPS, this.discipline.steps());
        }
        if (this.discipline.isDriftKnown()) {
            health.set(Health.CLOCK_DRIFT, (int) this.discipline.driftPpb());
        }
    }
}
