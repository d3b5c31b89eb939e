package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.RequestOutput;

/**
 * A body of known length with Content-Length, not signed or with the signed SHA-256 of the whole.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Transferring a payload
 *      in a single chunk</a>
 */
final class FixedPayload implements Payload {

    private final BodyReader reader = new BodyReader();
    private final BodyDigests digests;
    private final boolean signed;
    private Body body;

    /** @param signed whether the SHA-256 of {@code digests}, known before {@link #announce}, is signed. */
    FixedPayload(BodyDigests digests, boolean signed) {
        this.digests = digests;
        this.signed = signed;
    }

    void set(Body newBody) {
        this.body = newBody;
    }

    @Override
    public void announce(S3Request request) {
        String hash = this.signed ? this.digests.sha256() : S3Request.UNSIGNED_PAYLOAD;
        request.header("x-amz-content-sha256", hash);
        request.payloadHash(hash);
    }

    @Override
    public long encodedLength() {
        return this.body.length();
    }

    @Override
    public boolean isTransferChunked() {
        return false;
    }

    @Override
    public void write(RequestOutput out, Signer signer) throws IOException {
        boolean learn = !this.digests.known(false);
        this.reader.open(this.body);
        try {
            if (learn) {
                this.digests.start(false);
            }
            while (this.reader.left() > 0) {
                writePart(out, learn);
            }
        } finally {
            this.reader.close();
        }
        if (learn) {
            this.digests.end();
        }
    }

    /** Reads as much as fits into the buffer of {@code out}, which is sent when it is full. */
    private void writePart(RequestOutput out, boolean learn) throws IOException {
        if (out.room() == 0) {
            out.send();
        }
        int part = (int) Math.min(out.room(), this.reader.left());
        this.reader.readFully(out.array(), out.position(), part);
        if (learn) {
            this.digests.update(out.array(), out.position(), part);
        }
        out.advance(part);
    }
}
