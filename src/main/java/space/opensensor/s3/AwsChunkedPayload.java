package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.Sha256;
import space.opensensor.http.RequestOutput;

/**
 * A body in the aws-chunked coding: read once, signed chunk by chunk or protected by a check sum behind it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Signature calculations
 *      including trailing headers</a>
 */
final class AwsChunkedPayload implements Payload {

    private final BodyReader reader = new BodyReader();
    private final BodyDigests digests;
    private final int mode;
    private final int chunkBytes;
    private final boolean transferChunked;
    private final Sha256 sha;
    private final byte[] digest = new byte[Sha256.DIGEST_BYTES];
    private Body body;

    AwsChunkedPayload(BodyDigests digests, int mode, int chunkBytes, boolean transferChunked) {
        this.digests = digests;
        this.sha = digests.sha();
        this.mode = mode;
        this.chunkBytes = chunkBytes;
        this.transferChunked = transferChunked;
    }

    void set(Body newBody) {
        this.body = newBody;
    }

    @Override
    public void announce(S3Request request) {
        String hash = AwsChunked.payloadHash(this.mode);
        request.header("content-encoding", "aws-chunked");
        request.header("x-amz-content-sha256", hash);
        request.header("x-amz-decoded-content-length", String.valueOf(this.body.length()));
        if (BodyMode.hasTrailer(this.mode)) {
            request.header("x-amz-trailer", this.digests.checksumHeader());
        }
        request.payloadHash(hash);
    }

    @Override
    public long encodedLength() {
        int trailer = BodyMode.hasTrailer(this.mode) ? this.digests.checksumHeader().length() + 1 + 8 : 0;
        return AwsChunked.encodedLength(this.body.length(), this.chunkBytes, this.mode, trailer);
    }

    @Override
    public boolean isTransferChunked() {
        return this.transferChunked;
    }

    @Override
    public void write(RequestOutput out, Signer signer) throws IOException {
        this.reader.open(this.body);
        try {
            this.digests.start(false);
            while (this.reader.left() > 0) {
                writeChunk(out, signer, (int) Math.min(this.chunkBytes, this.reader.left()));
            }
        } finally {
            this.reader.close();
        }
        this.digests.end();
        writeEnd(out, signer);
    }

    /**
     * Composes one chunk in place: room for the first line, data, line end; then the line itself, as it needs the
     * data.
     */
    private void writeChunk(RequestOutput out, Signer signer, int length) throws IOException {
        boolean signed = BodyMode.signsChunks(this.mode);
        int head = AwsChunked.headLength(length, signed);
        if (out.room() < head + length + 2) {
            out.send();
        }
        byte[] array = out.array();
        int at = out.position();
        this.reader.readFully(array, at + head, length);
        this.digests.update(array, at + head, length);
        if (signed) {
            this.sha.update(array, at + head, length);
        }
        writeHead(out, signer, length, signed);
        out.advance(length);
        out.write('\r');
        out.write('\n');
    }

    private void writeHead(RequestOutput out, Signer signer, int length, boolean signed) throws IOException {
        int shift = 28;
        while (shift > 0 && length >>> shift == 0) {
            shift -= 4;
        }
        for (; shift >= 0; shift -= 4) {
            out.write(Hex.digit(length >>> shift & 15));
        }
        if (signed) {
            this.sha.digest(this.digest, 0);
            out.write(";chunk-signature=");
            out.write(signer.signChunk(this.digest), 0, Signer.SIGNATURE_BYTES);
        }
        out.write("\r\n");
    }

    /** Writes the empty chunk, the trailers and the empty line; nothing lies between empty chunk and trailers. */
    private void writeEnd(RequestOutput out, Signer signer) throws IOException {
        writeHead(out, signer, 0, BodyMode.signsChunks(this.mode));
        if (BodyMode.hasTrailer(this.mode)) {
            writeTrailer(out, signer);
        }
        out.write("\r\n");
    }

    private void writeTrailer(RequestOutput out, Signer signer) throws IOException {
        byte[] line = Utf8.encode(this.digests.checksumHeader() + ":" + this.digests.checksum() + "\n");
        out.write(line, 0, line.length - 1);
        out.write("\r\n");
        if (this.mode == BodyMode.CHUNKED_SIGNED_TRAILER) {
            out.write(AwsChunked.trailerSignature());
            out.write(signer.signTrailers(line, 0, line.length), 0, Signer.SIGNATURE_BYTES);
            out.write("\r\n");
        }
    }
}
