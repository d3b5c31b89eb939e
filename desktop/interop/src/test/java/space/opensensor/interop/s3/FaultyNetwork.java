package space.opensensor.interop.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import space.opensensor.http.Connection;
import space.opensensor.http.Connector;

/** A network without sockets and threads between a client and a {@link StrictStore}: every fault at an exact byte. */
final class FaultyNetwork implements Connector {

    final StrictStore store;
    Fault[] faults = {};
    int requests;
    int connections;
    int longestRequest;
    int longestResponse;

    FaultyNetwork(StrictStore store) {
        this.store = store;
    }

    @Override
    public Connection connect(String host, int port, boolean secure) {
        this.connections++;
        return new Link();
    }

    private Fault fault(int request) {
        for (Fault fault : this.faults) {
            if (fault.request() == request) {
                return fault;
            }
        }
        return null;
    }

    /** One connection. The store works when the client wants to read. */
    private final class Link extends InputStream implements Connection {

        private byte[] pending = new byte[16384];
        private int pendingLength;
        private int index = -1;
        private byte[] answer = {};
        private int answered;
        private boolean answerEnds;
        private boolean continued;
        private boolean dead;

        @Override
        public InputStream input() {
            return this;
        }

        @Override
        public OutputStream output() {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    receive(bytes, offset, length);
                }
            };
        }

        private void receive(byte[] bytes, int offset, int length) throws IOException {
            if (this.dead) {
                throw new SocketException("Connection reset");
            }
            if (this.pendingLength == 0) {
                this.index = FaultyNetwork.this.requests++;
                this.answer = new byte[0];
                this.answered = 0;
                this.continued = false;
            }
            Fault fault = fault(this.index);
            int room = length;
            if (fault != null && fault.kind() == Fault.Kind.CUT_REQUEST) {
                room = Math.min(length, fault.at() - this.pendingLength);
            }
            while (this.pendingLength + room > this.pending.length) {
                this.pending = Arrays.copyOf(this.pending, 2 * this.pending.length);
            }
            System.arraycopy(bytes, offset, this.pending, this.pendingLength, room);
            this.pendingLength += room;
            if (room < length) {
                this.dead = true;
                throw new SocketException("Broken pipe");
            }
        }

        @Override
        public int available() {
            Fault fault = fault(this.index);
            boolean early = fault != null && fault.kind() == Fault.Kind.EARLY && this.pendingLength >= fault.at();
            return early || this.answered < this.answer.length ? 1 : 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (this.answered == this.answer.length && !this.answerEnds) {
                answer();
            }
            int count = Math.min(length, this.answer.length - this.answered);
            if (count == 0) {
                return end();
            }
            System.arraycopy(this.answer, this.answered, target, offset, count);
            this.answered += count;
            return count;
        }

        private int end() throws IOException {
            Fault fault = fault(this.index);
            if (fault != null && fault.kind() == Fault.Kind.STALL_RESPONSE) {
                throw new SocketTimeoutException("Read timed out");
            }
            if (fault != null && fault.kind() == Fault.Kind.END_RESPONSE) {
                return -1;
            }
            throw this.dead || this.answerEnds ? new SocketException("Connection reset")
                    : new SocketTimeoutException("Read timed out");
        }

        private void answer() {
            if (this.dead || this.pendingLength == 0) {
                return;
            }
            Fault fault = fault(this.index);
            WireRequest head = WireRequest.head(this.pending, this.pendingLength);
            if (fault != null && fault.kind() == Fault.Kind.EARLY && this.pendingLength >= fault.at()) {
                finish(FaultyNetwork.this.store.refuse(head, fault.status(), fault.code(), ""), fault, true);
                return;
            }
            WireRequest request = WireRequest.parse(this.pending, this.pendingLength);
            if (request == null) {
                if (head != null && head.header("expect") != null && !this.continued) {
                    this.continued = true;
                    this.answer = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                    this.answered = 0;
                }
                return;
            }
            FaultyNetwork.this.longestRequest = Math.max(FaultyNetwork.this.longestRequest, this.pendingLength);
            carryOut(request, fault);
        }

        private void carryOut(WireRequest request, Fault fault) {
            StrictStore store = FaultyNetwork.this.store;
            if (fault == null) {
                finish(store.handle(request), null, false);
                return;
            }
            switch (fault.kind()) {
            case REFUSE:
                finish(store.refuse(request, fault.status(), fault.code(), ""), fault, false);
                break;
            case REFUSE_AFTER:
                store.handle(request);
                finish(store.refuse(request, fault.status(), fault.code(), ""), fault, false);
                break;
            case DUPLICATE:
                store.handle(request);
                finish(store.handle(request), fault, false);
                break;
            case CUT_RESPONSE:
            case END_RESPONSE:
            case STALL_RESPONSE:
                byte[] whole = store.handle(request);
                finish(fault.at() < whole.length ? Arrays.copyOf(whole, fault.at()) : whole, fault, fault.at() < whole.length);
                break;
            default:
                finish(store.handle(request), null, false);
            }
        }

        private void finish(byte[] bytes, Fault fault, boolean ends) {
            FaultyNetwork.this.longestResponse = Math.max(FaultyNetwork.this.longestResponse, bytes.length);
            this.answer = bytes;
            this.answered = 0;
            this.answerEnds = ends;
            this.pendingLength = 0;
        }

        @Override
        public void setReadTimeout(int millis) {
            if (millis < 1) {
                throw new IllegalArgumentException("read time limit " + millis);
            }
        }

        @Override
        public void close() {
            this.dead = true;
        }
    }
}
