package space.opensensor.s3;

/**
 * Access key, secret key and, for temporary credentials, session token.
 * <p>
 * {@code toString} shows none of them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html">AWS security credentials</a>
 */
public final class Credentials {

    /** Expiration of credentials that do not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    private final String accessKeyId;
    private final String secretAccessKey;
    private final String sessionToken;
    private final long expiration;

    /**
     * Long-term credentials.
     *
     * @throws IllegalArgumentException if a key is null or empty; the text does not show it.
     */
    public Credentials(String accessKeyId, String secretAccessKey) {
        this(accessKeyId, secretAccessKey, null, NEVER);
    }

    /**
     * Temporary credentials.
     *
     * @param sessionToken null if there is none.
     * @param expiration milliseconds since 1970-01-01 UTC, or {@link #NEVER}.
     * @throws IllegalArgumentException if a key is null or empty, or a value holds a character that no HTTP header may
     *         hold; the text does not show it.
     */
    public Credentials(String accessKeyId, String secretAccessKey, String sessionToken, long expiration) {
        this.accessKeyId = Require.visible("access key id", accessKeyId);
        this.secretAccessKey = Require.visible("secret access key", secretAccessKey);
        this.sessionToken = sessionToken == null ? null : Require.visible("session token", sessionToken);
        this.expiration = expiration;
    }

    /** @return the public half. */
    public String accessKeyId() {
        return this.accessKeyId;
    }

    /** @return the secret half; it goes nowhere but into the signing key. */
    String secretAccessKey() {
        return this.secretAccessKey;
    }

    /** @return null for long-term credentials. */
    String sessionToken() {
        return this.sessionToken;
    }

    /** @return milliseconds since 1970-01-01 UTC, or {@link #NEVER}. */
    public long expiration() {
        return this.expiration;
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
