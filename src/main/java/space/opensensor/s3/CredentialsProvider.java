package space.opensensor.s3;

import java.io.IOException;

/** Where credentials come from. */
public interface CredentialsProvider {

    /**
     * Returns credentials that are valid now. Called before every request: an implementation keeps what it got until
     * shortly before it expires.
     *
     * @param now milliseconds since 1970-01-01 UTC.
     * @return null to send requests without a signature.
     * @throws IOException if there are none now.
     */
    Credentials credentials(long now) throws IOException;

    /** Says that the store no longer takes the credentials returned last (ExpiredToken, InvalidToken). */
    void expired();
}
