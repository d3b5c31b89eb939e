package space.opensensor.s3;

/**
 * Sizes of the aws-chunked coding.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature calculations for
 *      multiple chunks</a>
 */
final class AwsChunked {

    /** Bytes of {@code ;chunk-signature=} and the signature. */
    static final int SIGNATURE_PART = 17 + Signer.SIGNATURE_BYTES;

    private static final int LINE_END = 2;
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";

    private AwsChunked() {
    }

    /** Returns the bytes of a chunk's first line. */
    static int headLength(int dataBytes, boolean signed) {
        int digits = 1;
        for (int rest = dataBytes >>> 4; rest > 0; rest >>>= 4) {
            digits++;
        }
        return digits + (signed ? SIGNATURE_PART : 0) + LINE_END;
    }

    /**
     * Returns the bytes of a whole body.
     *
     * @param length bytes of the object.
     * @param chunkBytes data bytes of every chunk but the last.
     * @param mode one of {@link BodyMode}, chunked.
     * @param trailerBytes {@code name:value} of the trailer, 0 if there is none.
     */
    static long encodedLength(long length, int chunkBytes, int mode, int trailerBytes) {
        boolean signed = BodyMode.signsChunks(mode);
        long chunks = length / chunkBytes;
        int rest = (int) (length - chunks * chunkBytes);
        long bytes = length + chunks * (headLength(chunkBytes, signed) + LINE_END);
        if (rest > 0) {
            bytes += headLength(rest, signed) + LINE_END;
        }
        return bytes + endLength(mode, trailerBytes);
    }

    /** Returns the bytes of the empty chunk, the trailers and the last line end. */
    static int endLength(int mode, int trailerBytes) {
        int bytes = headLength(0, BodyMode.signsChunks(mode)) + LINE_END;
        if (BodyMode.hasTrailer(mode)) {
            bytes += trailerBytes + LINE_END;
        }
        if (mode == BodyMode.CHUNKED_SIGNED_TRAILER) {
            bytes += TRAILER_SIGNATURE.length() + Signer.SIGNATURE_BYTES + LINE_END;
        }
        return bytes;
    }

    /** Returns the room that a chunk and what may follow it take at most. */
    static int bufferBytes(int chunkBytes) {
        return headLength(chunkBytes, true) + chunkBytes + LINE_END;
    }

    static String trailerSignature() {
        return TRAILER_SIGNATURE;
    }

    /** Returns the literal for {@code x-amz-content-sha256}. */
    static String payloadHash(int mode) {
        return mode == BodyMode.CHUNKED_SIGNED ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
                : mode == BodyMode.CHUNKED_SIGNED_TRAILER ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
                        : "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    }
}
