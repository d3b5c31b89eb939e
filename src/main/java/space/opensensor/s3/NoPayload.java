package space.opensensor.s3;

import space.opensensor.http.RequestOutput;

/** No body. Announced with the SHA-256 of nothing. */
final class NoPayload implements Payload {

    /** For requests that have no body at all. */
    static final NoPayload NONE = new NoPayload(-1);

    /** For requests whose method expects a body: says {@code Content-Length: 0}. */
    static final NoPayload EMPTY = new NoPayload(0);

    private final long length;

    private NoPayload(long length) {
        this.length = length;
    }

    @Override
    public void announce(S3Request request) {
        request.header("x-amz-content-sha256", S3Request.EMPTY_SHA256);
        request.payloadHash(S3Request.EMPTY_SHA256);
    }

    @Override
    public long encodedLength() {
        return this.length;
    }

    @Override
    public boolean isTransferChunked() {
        return false;
    }

    @Override
    public void write(RequestOutput out, Signer signer) {
        return;
    }
}
