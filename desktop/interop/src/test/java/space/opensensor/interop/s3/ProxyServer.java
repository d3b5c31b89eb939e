package space.opensensor.interop.s3;

import java.net.URI;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

import space.opensensor.http.SocketConnector;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/** An S3Proxy in this process: it checks signatures, lengths, digests and conditions by itself. */
final class ProxyServer {

    static final String KEY = "AKIAEXAMPLE000000001";
    static final String SECRET = "local/secret+key0000000000000000000000";
    static final String BUCKET = "sensor-data";

    private final S3Proxy proxy;

    ProxyServer() throws Exception {
        TransientNio2BlobStore store = new TransientNio2BlobStore();
        this.proxy = S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET).jettyMaxThreads(16).blobStore(store).build();
        this.proxy.start();
        store.createContainer(BUCKET);
    }

    int port() {
        return this.proxy.getPort();
    }

    S3Config config() {
        return new S3Config("http://127.0.0.1:" + port(), "us-east-1", BUCKET).addressing(S3Config.PATH_STYLE)
                .maxAttempts(3).delays(1, 5).timeouts(5000, 20000);
    }

    S3Client client(S3Config config) {
        return client(config, SECRET);
    }

    S3Client client(S3Config config, String secret) {
        return new S3Client(config, new SocketConnector(), new StaticCredentials(new Credentials(KEY, secret)),
                System::currentTimeMillis);
    }

    void close() throws Exception {
        this.proxy.stop();
    }
}
