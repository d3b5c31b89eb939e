package space.opensensor.xtensa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.bytes.Utf8;
import space.opensensor.http.Connection;
import space.opensensor.http.Connector;

/**
 * A network whose other end takes every PUT, and answers HEAD with the length of the object put last. Requests go into
 * files {@code request-NNNNN.http}, byte for byte.
 */
final class RecordedNetwork implements Connector, Connection {

    private static final byte[] ANSWER = Utf8.encode("HTTP/1.1 200 OK\r\nETag: \"0-1\"\r\nContent-Length: ");
    private static final byte[] END = Utf8.encode("\r\n\r\n");

    private final Meter meter;
    private final Recorder recorder;
    private final Input input = new Input();
    private final Output output = new Output();
    private final byte[] answer = new byte[ANSWER.length + 10 + END.length];
    private int answerLength;
    private int answered;
    private boolean sending;
    private boolean head;
    private int requests;
    private int objectLength;

    RecordedNetwork(Meter meter) {
        this.meter = meter;
        this.recorder = new Recorder("request-00000.http");
        System.arraycopy(ANSWER, 0, this.answer, 0, ANSWER.length);
    }

    /** Tells the length of the object to be put, bytes. */
    void expect(long length) {
        this.objectLength = (int) length;
    }

    /** Returns requests recorded so far. */
    int requests() {
        return this.requests;
    }

    @Override
    public Connection connect(String host, int port, boolean secure) {
        return this;
    }

    @Override
    public InputStream input() {
        return this.input;
    }

    @Override
    public OutputStream output() {
        return this.output;
    }

    @Override
    public void setReadTimeout(int millis) {
        return;
    }

    @Override
    public void close() {
        this.answered = this.answerLength;
    }

    private void take(byte[] bytes, int offset, int length) {
        if (!this.sending) {
            this.sending = true;
            this.requests++;
            this.recorder.number(this.requests);
            this.head = bytes[offset] == 'H';
        }
        this.recorder.write(bytes, offset, length);
    }

    private void makeAnswer() {
        this.sending = false;
        int at = ANSWER.length;
        int number = this.head ? this.objectLength : 0;
        for (int unit = 1000000000; unit > 0; unit /= 10) {
            this.answer[at++] = (byte) ('0' + number / unit % 10);
        }
        System.arraycopy(END, 0, this.answer, at, END.length);
        this.answerLength = at + END.length;
        this.answered = 0;
    }

    /** What the store sends. */
    private final class Input extends InputStream {

        Input() {
        }

        @Override
        public int read() throws IOException {
            throw new IOException("read by blocks");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            RecordedNetwork.this.meter.enter(Phase.PORTS);
            if (RecordedNetwork.this.sending) {
                makeAnswer();
            }
            int n = Math.min(length, RecordedNetwork.this.answerLength - RecordedNetwork.this.answered);
            System.arraycopy(RecordedNetwork.this.answer, RecordedNetwork.this.answered, target, offset, n);
            RecordedNetwork.this.answered += n;
            if (!RecordedNetwork.this.head) {
                RecordedNetwork.this.meter.replaceOuter(Phase.VERIFY);
            }
            RecordedNetwork.this.meter.leave();
            return n == 0 ? -1 : n;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** What the store receives. */
    private final class Output extends OutputStream {

        private final byte[] one = new byte[1];

        Output() {
        }

        @Override
        public void write(int value) {
            this.one[0] = (byte) value;
            write(this.one, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            RecordedNetwork.this.meter.enter(Phase.PORTS);
            take(bytes, offset, length);
            RecordedNetwork.this.meter.leave();
        }
    }
}
