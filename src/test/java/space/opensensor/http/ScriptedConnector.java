package space.opensensor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

import space.opensensor.bytes.Ascii;

/** Connections that answer from a script: one entry per connection, read whatever is asked. */
public final class ScriptedConnector implements Connector {

    /** Bytes a connection answers; null refuses the connection. After them it times out, or ends if {@link #ends}. */
    private final byte[][] answers;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** Whether connections end after their answer instead of falling silent. */
    public boolean ends;

    /** Bytes that can be read in one go; 0 for any number. */
    public int piece;

    /** Connections opened. */
    public int connections;

    /** Last host connected to. */
    public String host;

    /** Creates connections that answer these texts, one after another. */
    public ScriptedConnector(String... texts) {
        this.answers = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            this.answers[i] = texts[i] == null ? null : bytes(texts[i]);
        }
    }

    /** Creates a connection that answers these bytes. */
    public ScriptedConnector(byte[] answer) {
        this.answers = new byte[][] {answer};
    }

    private static byte[] bytes(String latin) {
        byte[] bytes = new byte[latin.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) latin.charAt(i);
        }
        return bytes;
    }

    /** Returns all that was sent over all connections. */
    public String sent() {
        byte[] bytes = this.sent.toByteArray();
        return Ascii.decode(bytes, 0, bytes.length);
    }

    @Override
    public Connection connect(String newHost, int port, boolean secure) throws IOException {
        this.host = newHost;
        byte[] answer = this.connections < this.answers.length ? this.answers[this.connections] : null;
        this.connections++;
        if (answer == null) {
            throw new IOException("connection refused");
        }
        return new ScriptedConnection(this, answer, this.sent);
    }

    /** One connection. */
    static final class ScriptedConnection extends InputStream implements Connection {

        private final ScriptedConnector owner;
        private final byte[] answer;
        private final OutputStream sent;
        private int at;
        private boolean closed;

        ScriptedConnection(ScriptedConnector owner, byte[] answer, OutputStream sent) {
            this.owner = owner;
            this.answer = answer;
            this.sent = sent;
        }

        @Override
        public InputStream input() {
            return this;
        }

        @Override
        public OutputStream output() {
            return this.sent;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = Math.min(length, this.answer.length - this.at);
            if (this.owner.piece > 0) {
                count = Math.min(count, this.owner.piece);
            }
            if (this.closed) {
                throw new IOException("closed");
            }
            if (count == 0) {
                if (this.owner.ends) {
                    return -1;
                }
                throw new SocketTimeoutException();
            }
            System.arraycopy(this.answer, this.at, target, offset, count);
            this.at += count;
            return count;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public void setReadTimeout(int millis) {
            if (millis < 1) {
                throw new IllegalArgumentException("read time limit " + millis);
            }
        }

        @Override
        public void close() {
            this.closed = true;
        }
    }
}
