package space.opensensor.s3;

/** Credentials that stay the same. */
public final class StaticCredentials implements CredentialsProvider {

    private final Credentials credentials;

    /** @param credentials null to send requests without a signature. */
    public StaticCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Credentials credentials(long now) {
        return this.credentials;
    }

    @Override
    public void expired() {
        return;
    }
}
