package space.opensensor.xtensa;

import java.io.IOException;
import java.io.OutputStream;

/** A stream whose cost counts as {@link Phase#PORTS}. */
final class PortOutput extends OutputStream {

    private final OutputStream out;
    private final Meter meter;

    PortOutput(OutputStream out, Meter meter) {
        this.out = out;
        this.meter = meter;
    }

    @Override
    public void write(int value) throws IOException {
        this.meter.enter(Phase.PORTS);
        this.out.write(value);
        this.meter.leave();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        this.meter.enter(Phase.PORTS);
        this.out.write(bytes, offset, length);
        this.meter.leave();
    }
}
