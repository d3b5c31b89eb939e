package space.opensensor.simulator.s3;

import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import space.opensensor.simulator.Failure;

/** S3Proxy on the loopback interface. It checks signatures of version 4 as AWS does. */
public final class EmbeddedS3 implements Closeable {

    /** The domain below which each bucket has a host name of its own. */
    public static final String DOMAIN = "s3.localhost";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedS3.class);
    private static final int THREADS = 16;
    private static final long STOP_MILLIS = 1000;

    private final S3Proxy server;
    private final BlobStore store;
    private final String accessKey;
    private final String secretKey;
    private final boolean virtualHost;
    private final boolean ownsStore;

    private EmbeddedS3(BlobStore store, int port, String accessKey, String secretKey, boolean virtualHost,
            boolean ownsStore) {
        this.store = store;
        this.ownsStore = ownsStore;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.virtualHost = virtualHost;
        S3Proxy.Builder builder = S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey).jettyMaxThreads(THREADS)
                .stopTimeout(STOP_MILLIS)
                .blobStore(store);
        this.server = (virtualHost ? builder.virtualHost(DOMAIN) : builder).build();
    }

    /** Starts a server that keeps its objects in memory, on a free port, with credentials made up for it. */
    public static EmbeddedS3 inMemory(boolean virtualHost) {
        return start(new TransientNio2BlobStore(), 0, randomAccessKey(), randomSecretKey(), virtualHost, true);
    }

    /**
     * Starts a server that keeps its objects in a folder, one folder per bucket.
     *
     * @param folder must exist.
     * @param port 0 for a free one.
     * @throws Failure if the port cannot be used.
     */
    public static EmbeddedS3 inFolder(Path folder, int port, String accessKey, String secretKey) {
        return start(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()), port, accessKey, secretKey, false,
                true);
    }

    /** Starts another server over the same objects that takes the bucket in the path; to be closed before this one. */
    public EmbeddedS3 withoutVirtualHost() {
        return start(this.store, 0, this.accessKey, this.secretKey, false, false);
    }

    private static EmbeddedS3 start(BlobStore store, int port, String access, String secret, boolean virtualHost,
            boolean ownsStore) {
        EmbeddedS3 server = new EmbeddedS3(store, port, access, secret, virtualHost, ownsStore);
        try {
            server.server.start();
            return server;
        } catch (Exception e) {
            throw Failure.failed("The S3 server cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** @return a made-up access key in the form AWS gives out. */
    public static String randomAccessKey() {
        return "AKIA" + random(16).toUpperCase(Locale.ROOT);
    }

    /** @return a made-up secret of 40 characters. */
    public static String randomSecretKey() {
        return random(40);
    }

    private static String random(int length) {
        SecureRandom random = new SecureRandom();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz234567";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Makes a bucket if it is not there. */
    public void createBucket(String bucket) {
        this.store.createContainer(bucket);
    }

    /** @return what holds the objects. */
    public BlobStore store() {
        return this.store;
    }

    /** @return scheme, host and port. */
    public URI endpoint() {
        return URI.create("http://" + (this.virtualHost ? DOMAIN : "127.0.0.1") + ":" + this.server.getPort());
    }

    /** @return the access key that the server knows. */
    public String accessKey() {
        return this.accessKey;
    }

    /** @return the secret that belongs to it. */
    public String secretKey() {
        return this.secretKey;
    }

    /** Stops the server; requests that are still running after a second are cut off. */
    @Override
    public void close() {
        try {
            this.server.stop();
        } catch (TimeoutException e) {
            LOG.info("Requests were cut off", e);
        } catch (Exception e) {
            throw Failure.failed("The S3 server did not stop: " + e, e);
        } finally {
            if (this.ownsStore) {
                this.store.close();
            }
        }
    }
}
