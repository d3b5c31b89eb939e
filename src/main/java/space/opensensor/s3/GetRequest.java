package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.HttpRequest;
import space.opensensor.http.RequestOutput;

/** An unsigned GET of a fixed path, for services around S3 that authenticate by TLS or a bearer token. */
final class GetRequest implements HttpRequest {

    private final Endpoint endpoint;
    private final String target;
    private final String headers;

    /**
     * @param target path and query as they go out.
     * @param headers lines {@code name: value}, each with carriage return and line feed behind; empty for none.
     */
    GetRequest(Endpoint endpoint, String target, String headers) {
        this.endpoint = endpoint;
        this.target = target;
        this.headers = headers;
    }

    @Override
    public boolean secure() {
        return this.endpoint.secure;
    }

    @Override
    public String host() {
        return this.endpoint.host;
    }

    @Override
    public int port() {
        return this.endpoint.port;
    }

    @Override
    public boolean isHead() {
        return false;
    }

    @Override
    public boolean expectsContinue() {
        return false;
    }

    @Override
    public void writeHead(RequestOutput out) throws IOException {
        out.write("GET ");
        out.write(this.target);
        out.write(" HTTP/1.1\r\nhost: ");
        out.write(this.endpoint.authority());
        out.write("\r\n");
        out.write(this.headers);
        out.write("\r\n");
    }

    @Override
    public void writeBody(RequestOutput out) {
        return;
    }
}
