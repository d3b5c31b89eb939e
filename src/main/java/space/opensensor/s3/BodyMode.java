package space.opensensor.s3;

/**
 * How the body of an upload is framed and protected.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Authenticating requests:
 *      Authorization header</a>
 */
public final class BodyMode {

    /** Fixed length, body not signed ({@code UNSIGNED-PAYLOAD}): what every store takes; the default, made for TLS. */
    public static final int UNSIGNED = 0;

    /** Fixed length, signed SHA-256 of the whole body: the body is read twice. */
    public static final int SIGNED = 1;

    /** aws-chunked, every chunk signed ({@code STREAMING-AWS4-HMAC-SHA256-PAYLOAD}): the body is read once. */
    public static final int CHUNKED_SIGNED = 2;

    /** aws-chunked with a check sum behind the body ({@code STREAMING-UNSIGNED-PAYLOAD-TRAILER}). */
    public static final int CHUNKED_UNSIGNED_TRAILER = 3;

    /**
     * aws-chunked, every chunk and the check sum behind signed ({@code STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER}).
     */
    public static final int CHUNKED_SIGNED_TRAILER = 4;

    private BodyMode() {
    }

    static boolean isChunked(int mode) {
        return mode >= CHUNKED_SIGNED;
    }

    static boolean signsChunks(int mode) {
        return mode == CHUNKED_SIGNED || mode == CHUNKED_SIGNED_TRAILER;
    }

    static boolean hasTrailer(int mode) {
        return mode >= CHUNKED_UNSIGNED_TRAILER;
    }
}
