package space.opensensor.http;

import java.io.IOException;

/** A request whose head and body are texts. */
final class TextRequest implements HttpRequest {

    private final String head;
    private final String body;
    private final boolean chunked;

    TextRequest(String head, String body, boolean chunked) {
        this.head = head;
        this.body = body;
        this.chunked = chunked;
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String host() {
        return "store.test";
    }

    @Override
    public int port() {
        return 80;
    }

    @Override
    public boolean isHead() {
        return this.head.startsWith("HEAD");
    }

    @Override
    public boolean expectsContinue() {
        return this.head.indexOf("100-continue") >= 0;
    }

    @Override
    public void writeHead(RequestOutput out) throws IOException {
        out.write(this.head);
    }

    @Override
    public void writeBody(RequestOutput out) throws IOException {
        if (this.chunked) {
            out.chunk();
        }
        out.write(this.body);
    }
}
