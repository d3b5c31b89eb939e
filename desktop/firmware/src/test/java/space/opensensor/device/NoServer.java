package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Anchor;
import space.opensensor.station.Health;

/** A server that never knows the time. */
final class NoServer implements TimeServer {

    @Override
    public Anchor ask() throws IOException {
        throw new IOException("no answer");
    }

    @Override
    public void read(Health health) {
        health.set(Health.CLOCK_STEPS, 0);
    }
}
