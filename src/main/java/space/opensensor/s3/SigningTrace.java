package space.opensensor.s3;

/** Is shown what was signed, to be laid beside what a store sends back with SignatureDoesNotMatch. */
public interface SigningTrace {

    /**
     * Called for every request that is signed, presigned ones included. Neither text holds a secret or a signature; a
     * session token is left out.
     *
     * @param canonicalRequest task 1 of signature version 4.
     * @param stringToSign task 2: holds the SHA-256 of the canonical request, session token included.
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Authenticating
     *      requests: Authorization header</a>
     */
    void signed(String canonicalRequest, String stringToSign);
}
