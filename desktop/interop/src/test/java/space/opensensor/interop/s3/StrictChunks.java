package space.opensensor.interop.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import space.opensensor.interop.s3.StrictStore.Refusal;

/** Decodes aws-chunked bodies as S3 is documented to: every signature, the least chunk size, the trailers. */
final class StrictChunks {

    private static final String EMPTY = ReferenceSignature.sha256(new byte[0]);

    private final String mode;
    private final byte[] key;
    private final String date;
    private final String scope;
    private String previous;
    private byte[] body;
    private int at;

    StrictChunks(String mode, byte[] key, String date, String scope, String seed) {
        this.mode = mode;
        this.key = key;
        this.date = date;
        this.scope = scope;
        this.previous = seed;
    }

    private String line() {
        int end = this.at;
        while (end + 1 < this.body.length && !(this.body[end] == '\r' && this.body[end + 1] == '\n')) {
            end++;
        }
        if (end + 1 >= this.body.length) {
            throw new Refusal(400, "IncompleteBody", "The request body terminated unexpectedly");
        }
        String line = new String(this.body, this.at, end - this.at, StandardCharsets.ISO_8859_1);
        this.at = end + 2;
        return line;
    }

    byte[] decode(WireRequest request) {
        this.body = request.body;
        boolean signed = !this.mode.startsWith("STREAMING-UNSIGNED");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int small = -1;
        for (int chunk = 0;; chunk++) {
            String head = line();
            int semicolon = head.indexOf(';');
            int size = Integer.parseInt(semicolon < 0 ? head : head.substring(0, semicolon), 16);
            if (size > 0 && small >= 0) {
                throw new Refusal(403, "InvalidChunkSizeError", "Only the last chunk may be smaller than 8192 bytes");
            }
            small = size < 8192 ? chunk : -1;
            if (this.at + size > this.body.length) {
                throw new Refusal(400, "IncompleteBody", "");
            }
            byte[] data = Arrays.copyOfRange(this.body, this.at, this.at + size);
            if (signed != (semicolon >= 0) || signed && !head.startsWith(";chunk-signature=", semicolon)) {
                throw new Refusal(400, "IncompleteBody", "chunk signature");
            }
            if (signed) {
                verify("AWS4-HMAC-SHA256-PAYLOAD", EMPTY + "\n" + ReferenceSignature.sha256(data),
                        head.substring(semicolon + ";chunk-signature=".length()));
            }
            out.writeBytes(data);
            this.at += size;
            if (size == 0) {
                break;
            }
            if (!line().isEmpty()) {
                throw new Refusal(400, "IncompleteBody", "chunk without line end");
            }
        }
        trailers(request, out.toByteArray(), signed);
        if (!line().isEmpty() || this.at != this.body.length) {
            throw new Refusal(400, "IncompleteBody", "bytes behind the end");
        }
        return out.toByteArray();
    }

    private void trailers(WireRequest request, byte[] data, boolean signed) {
        String name = request.header("x-amz-trailer");
        if (!this.mode.endsWith("-TRAILER")) {
            if (name != null) {
                throw new Refusal(400, "InvalidRequest", "trailer without trailer mode");
            }
            return;
        }
        String trailer = line();
        if (name == null || !trailer.startsWith(name + ":")) {
            throw new Refusal(400, "MalformedTrailerError", "");
        }
        StrictStore.checkChecksum(name, trailer.substring(name.length() + 1), data);
        if (signed) {
            String line = line();
            if (!line.startsWith("x-amz-trailer-signature:")) {
                throw new Refusal(400, "MalformedTrailerError", "");
            }
            verify("AWS4-HMAC-SHA256-TRAILER", ReferenceSignature.sha256((trailer + "\n").getBytes(StandardCharsets.US_ASCII)),
                    line.substring("x-amz-trailer-signature:".length()));
        }
    }

    private void verify(String algorithm, String hashes, String signature) {
        String expected = ReferenceSignature.sign(this.key,
                algorithm + "\n" + this.date + "\n" + this.scope + "\n" + this.previous + "\n" + hashes);
        if (!expected.equals(signature)) {
            throw new Refusal(403, "SignatureDoesNotMatch", algorithm);
        }
        this.previous = signature;
    }
}
