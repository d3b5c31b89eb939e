package space.opensensor.interop.s3;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

import space.opensensor.http.Connection;
import space.opensensor.http.Connector;
import space.opensensor.http.SocketConnector;

/** A network that changes one byte of one body, or ends in the middle of it, once. */
final class Meddler implements Connector {

    private final boolean cuts;
    private final int at;
    private boolean done;
    int connections;

    /**
     * Places the fault.
     *
     * @param cuts whether the connection ends there; otherwise a bit changes.
     * @param at bytes behind the head of a request; -1 for no fault.
     */
    Meddler(boolean cuts, int at) {
        this.cuts = cuts;
        this.at = at;
        this.done = at < 0;
    }

    @Override
    public Connection connect(String host, int port, boolean secure) throws IOException {
        this.connections++;
        Connection real = new SocketConnector().connect(host, port, secure);
        OutputStream out = new Changed(real);
        return new Connection() {
            @Override
            public InputStream input() throws IOException {
                return real.input();
            }

            @Override
            public OutputStream output() {
                return out;
            }

            @Override
            public void setReadTimeout(int millis) throws IOException {
                real.setReadTimeout(millis);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    /** Counts bytes from the first empty line on. */
    private final class Changed extends FilterOutputStream {

        private final Connection real;
        private int ends;
        private int body;

        Changed(Connection real) throws IOException {
            super(real.output());
            this.real = real;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
            for (int i = 0; i < length && !Meddler.this.done; i++) {
                if (this.ends < 4) {
                    this.ends = copy[i] == "\r\n\r\n".charAt(this.ends) ? this.ends + 1 : copy[i] == '\r' ? 1 : 0;
                } else if (this.body++ == Meddler.this.at) {
                    Meddler.this.done = true;
                    if (Meddler.this.cuts) {
                        this.out.write(copy, 0, i);
                        this.real.close();
                        throw new IOException("cut");
                    }
                    copy[i] ^= 1;
                }
            }
            this.out.write(copy, 0, length);
        }
    }
}
