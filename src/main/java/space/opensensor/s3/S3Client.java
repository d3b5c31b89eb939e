package space.opensensor.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

import space.opensensor.http.Connector;

/**
 * One bucket of one store. All memory is allocated when the client is created; one thread at a time may use it.
 * <p>
 * Every method validates its arguments before the first byte goes out and throws {@link IllegalArgumentException} for
 * what is not allowed; {@link S3Exception} for what the store refused or what stayed unclear after the last attempt.
 */
public final class S3Client implements Closeable {

    /**
     * Creates a client with the board's own waiting and randomness.
     *
     * @param config copied.
     * @param connector opens connections.
     * @param credentials signs requests.
     * @param time dates signatures.
     */
    public S3Client(S3Config config, Connector connector, CredentialsProvider credentials, TimeSource time) {
        this(config, connector, credentials, time, new ThreadSleeper(), new Random());
    }

    /**
     * Creates a client.
     *
     * @param sleeper waits between attempts.
     * @param random spreads the waits.
     */
    public S3Client(S3Config config, Connector connector, CredentialsProvider credentials, TimeSource time,
            Sleeper sleeper, Random random) {
        throw new UnsupportedOperationException();
    }

    /**
     * Uploads an object so that it is there exactly once: retries what may be retried, asks with HEAD after an unclear
     * outcome, and verifies the result.
     *
     * @param key 1 to 1024 bytes of UTF-8.
     * @param options null for the defaults.
     */
    public PutObjectResult putObject(String key, Body body, PutObjectOptions options) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @return null if there is no such object. */
    public HeadObjectResult headObject(String key) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Downloads an object or a range of it.
     *
     * @param first index of the first byte, 0 for all.
     * @param last index of the last byte; -1 for the end.
     * @return bytes written to {@code target}.
     */
    public long getObject(String key, long first, long last, OutputStream target) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Deletes an object; it is no error if there is none. */
    public void deleteObject(String key) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Lists all objects whose keys begin with a prefix.
     *
     * @param prefix empty for all.
     * @return objects visited.
     */
    public int listObjects(String prefix, ObjectVisitor visitor) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a URL that allows one operation to whoever has it.
     *
     * @param method GET, PUT, HEAD or DELETE.
     * @param expiresSeconds 1 to 604,800 from now.
     */
    public String presign(String method, String key, int expiresSeconds) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Closes the connection that is kept for the next request; the client stays usable. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
