package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.bytes.Hex;
import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.Sha256;
import space.opensensor.http.RequestOutput;

/** A short body in memory with its signed SHA-256: documents that operations send. */
final class BytesPayload implements Payload {

    private final byte[] bytes;
    private final String hash;

    BytesPayload(byte[] bytes) {
        this.bytes = bytes;
        Sha256 sha = new JavaSha256();
        byte[] digest = new byte[Sha256.DIGEST_BYTES];
        sha.update(bytes, 0, bytes.length);
        sha.digest(digest, 0);
        this.hash = Hex.encode(digest);
    }

    @Override
    public void announce(S3Request request) {
        request.header("x-amz-content-sha256", this.hash);
        request.payloadHash(this.hash);
    }

    @Override
    public long encodedLength() {
        return this.bytes.length;
    }

    @Override
    public boolean isTransferChunked() {
        return false;
    }

    @Override
    public void write(RequestOutput out, Signer signer) throws IOException {
        out.write(this.bytes, 0, this.bytes.length);
    }
}
