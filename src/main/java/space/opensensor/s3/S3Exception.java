package space.opensensor.s3;

import java.io.IOException;

/**
 * A store refused a request, or an upload could not be brought to a sure end. Never holds a secret, a token or a
 * signature.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
public final class S3Exception extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String requestId;
    private final String hostId;
    private final boolean retryable;

    /**
     * @param message text for people; must hold no secret.
     * @param status HTTP status; 0 if there was no answer.
     * @param code the store's error code, such as NoSuchBucket; empty if there is none.
     * @param requestId null if the store gave none.
     * @param hostId null if the store gave none.
     * @param retryable whether the same request may succeed later.
     * @param cause null if the store answered.
     */
    S3Exception(String message, int status, String code, String requestId, String hostId, boolean retryable,
            Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.requestId = requestId;
        this.hostId = hostId;
        this.retryable = retryable;
    }

    /** @return HTTP status; 0 if there was no answer. */
    public int status() {
        return this.status;
    }

    /** @return the store's error code; empty if there is none. */
    public String code() {
        return this.code;
    }

    /** @return the store's id of the request; null if it gave none. */
    public String requestId() {
        return this.requestId;
    }

    /** @return the store's second id, to be quoted to its support; null if it gave none. */
    public String hostId() {
        return this.hostId;
    }

    /** @return whether the same request may succeed later. */
    public boolean retryable() {
        return this.retryable;
    }
}
