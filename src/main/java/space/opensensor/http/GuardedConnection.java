package space.opensensor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A connection whose writes are watched by a {@link WriteGuard}. */
final class GuardedConnection extends OutputStream implements Connection {

    private final Connection connection;
    private final WriteGuard guard;
    private final OutputStream output;

    GuardedConnection(Connection connection, WriteGuard guard) throws IOException {
        this.connection = connection;
        this.guard = guard;
        this.output = connection.output();
    }

    @Override
    public InputStream input() throws IOException {
        return this.connection.input();
    }

    @Override
    public OutputStream output() {
        return this;
    }

    @Override
    public void setReadTimeout(int millis) throws IOException {
        this.connection.setReadTimeout(millis);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        this.guard.arm(this.connection);
        boolean late = false;
        try {
            this.output.write(bytes, offset, length);
        } catch (IOException e) {
            late = this.guard.disarm();
            throw late ? new TimeoutException("server took no bytes within the write time limit") : e;
        } finally {
            if (!late) {
                this.guard.disarm();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        this.output.flush();
    }

    @Override
    public void close() {
        this.connection.close();
    }
}
