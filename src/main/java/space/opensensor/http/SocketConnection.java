package space.opensensor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connection over one socket. */
final class SocketConnection implements Connection {

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;

    SocketConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
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
    public void setReadTimeout(int millis) throws IOException {
        this.socket.setSoTimeout(millis);
    }

    @Override
    public void close() {
        try {
            this.socket.close();
        } catch (IOException e) {
            return;
        }
    }
}
