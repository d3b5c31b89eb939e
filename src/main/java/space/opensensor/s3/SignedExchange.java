package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.HttpRequest;
import space.opensensor.http.RequestOutput;

/** A request on its way: the signed part, its Authorization, and the fields that need no signature. */
final class SignedExchange implements HttpRequest {

    private final S3Request request;
    private final Signer signer;
    private final HeadSink head = new HeadSink();
    private Endpoint endpoint;
    private Credentials credentials;
    private Payload payload;
    private boolean expectContinue;
    private String presignedTarget;

    SignedExchange(S3Request request, Signer signer) {
        this.request = request;
        this.signer = signer;
    }

    /** Says where to send what the request object holds. */
    void set(Endpoint newEndpoint, Credentials newCredentials, Payload newPayload, boolean expect) {
        this.endpoint = newEndpoint;
        this.credentials = newCredentials;
        this.payload = newPayload;
        this.presignedTarget = null;
        this.expectContinue = expect && newPayload.encodedLength() > 0;
    }

    /** Says that path and query are those of a presigned URL. */
    void presigned(String target) {
        this.presignedTarget = target;
    }

    /** Returns whether a text that came from outside repeats what must not be shown. */
    boolean isSecretIn(String text) {
        if (this.presignedTarget != null && text.indexOf(this.presignedTarget) >= 0) {
            return true;
        }
        return this.credentials != null && (text.indexOf("Signature=") >= 0
                || text.indexOf(this.credentials.secretAccessKey()) >= 0
                || this.credentials.sessionToken() != null && text.indexOf(this.credentials.sessionToken()) >= 0);
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
        return this.request.method().equals("HEAD");
    }

    @Override
    public boolean expectsContinue() {
        return this.expectContinue;
    }

    @Override
    public void writeHead(RequestOutput out) throws IOException {
        this.head.open(out);
        this.head.put(this.request.method());
        this.head.put(' ');
        writeTarget();
        this.head.put(" HTTP/1.1\r\n");
        FieldList headers = this.request.headers();
        for (int i = 0; i < headers.count(); i++) {
            headers.putName(i, this.head);
            this.head.put(": ");
            headers.putValue(i, this.head);
            this.head.put("\r\n");
        }
        if (this.credentials != null) {
            this.head.put("authorization: ");
            this.signer.putAuthorization(this.request, this.credentials, this.head);
            this.head.put("\r\n");
        }
        writeFraming();
        this.head.put("\r\n");
    }

    private void writeTarget() {
        if (this.presignedTarget != null) {
            this.head.put(this.presignedTarget);
            return;
        }
        this.request.putPath(this.head);
        if (this.request.hasQuery()) {
            this.head.put('?');
            this.request.putQuery(this.head);
        }
    }

    private void writeFraming() {
        if (this.payload.isTransferChunked()) {
            this.head.put("transfer-encoding: chunked\r\n");
        } else if (this.payload.encodedLength() >= 0) {
            this.head.put("content-length: ");
            this.head.put(String.valueOf(this.payload.encodedLength()));
            this.head.put("\r\n");
        }
        if (this.expectContinue) {
            this.head.put("expect: 100-continue\r\n");
        }
    }

    @Override
    public void writeBody(RequestOutput out) throws IOException {
        if (this.payload.isTransferChunked()) {
            out.chunk();
        }
        this.payload.write(out, this.signer);
    }
}
