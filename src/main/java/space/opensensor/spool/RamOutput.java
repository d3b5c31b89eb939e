package space.opensensor.spool;

import java.io.IOException;
import java.io.OutputStream;

/** Writes at the end of a file of a {@link RamFlash}. */
final class RamOutput extends OutputStream {

    private final RamFlash flash;
    private final int file;

    RamOutput(RamFlash flash, int file) {
        this.flash = flash;
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] { (byte) b }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        this.flash.write(this.file, bytes, offset, length);
    }
}
