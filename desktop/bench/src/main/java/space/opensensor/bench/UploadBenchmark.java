package space.opensensor.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/**
 * One object of {@link #bytes} to an S3Proxy in this process, over plain HTTP on a kept connection. The AWS SDK verifies
 * nothing after an upload; ours compares the ETag with the MD5 of what it sent.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class UploadBenchmark {

    /** Length of the object. */
    @Param("" + 100_000_000)
    public int bytes;

    TransientNio2BlobStore store;
    byte[] content;
    private S3Proxy server;
    private S3Client unsigned;
    private S3Client signed;
    private S3Client chunked;
    private S3Client trailer;
    private software.amazon.awssdk.services.s3.S3Client sdk;
    private software.amazon.awssdk.services.s3.S3Client sdkSigned;

    @Setup
    public void setup() throws Exception {
        content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        store = new TransientNio2BlobStore();
        store.createContainer(PresignBenchmark.BUCKET);
        server = S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0")).blobStore(store)
                .awsAuthentication(AuthenticationType.AWS_V4, PresignBenchmark.ACCESS, PresignBenchmark.SECRET)
                .v4MaxNonChunkedRequestSize(bytes + 1L).jettyMaxThreads(16).build();
        server.start();
        unsigned = ours(BodyMode.UNSIGNED);
        signed = ours(BodyMode.SIGNED);
        chunked = ours(BodyMode.CHUNKED_SIGNED);
        trailer = ours(BodyMode.CHUNKED_SIGNED_TRAILER);
        sdk = sdk(true);
        sdkSigned = sdk(false);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private S3Client ours(int mode) {
        S3Config config = new S3Config(endpoint(), PresignBenchmark.REGION, PresignBenchmark.BUCKET)
                .addressing(S3Config.PATH_STYLE).bodyMode(mode).chunkBytes(S3Config.MAX_CHUNK_BYTES)
                .checksum(mode == BodyMode.CHUNKED_SIGNED_TRAILER ? Checksum.CRC32 : Checksum.NONE);
        return new S3Client(config, new SocketConnector(),
                new StaticCredentials(new Credentials(PresignBenchmark.ACCESS, PresignBenchmark.SECRET)),
                System::currentTimeMillis);
    }

    /** @param usual as it comes: signed chunks with a trailer; otherwise the SHA-256 of the whole body in front. */
    private software.amazon.awssdk.services.s3.S3Client sdk(boolean usual) {
        return software.amazon.awssdk.services.s3.S3Client.builder().region(Region.of(PresignBenchmark.REGION))
                .endpointOverride(URI.create(endpoint())).forcePathStyle(true)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(usual))
                .requestChecksumCalculation(usual ? RequestChecksumCalculation.WHEN_SUPPORTED
                        : RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(PresignBenchmark.ACCESS, PresignBenchmark.SECRET)))
                .build();
    }

    @TearDown
    public void stop() throws Exception {
        sdk.close();
        sdkSigned.close();
        server.stop();
    }

    @Benchmark
    public String oursUnsigned() throws IOException {
        return put(unsigned);
    }

    @Benchmark
    public String oursSigned() throws IOException {
        return put(signed);
    }

    @Benchmark
    public String oursSignedChunks() throws IOException {
        return put(chunked);
    }

    @Benchmark
    public String oursSignedChunksAndTrailer() throws IOException {
        return put(trailer);
    }

    @Benchmark
    public String awsSdkUsual() {
        return put(sdk);
    }

    @Benchmark
    public String awsSdkSigned() {
        return put(sdkSigned);
    }

    private String put(S3Client client) throws IOException {
        return client.putObject("object", new BytesBody(content), null).etag();
    }

    private String put(software.amazon.awssdk.services.s3.S3Client client) {
        RequestBody body = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(content), bytes,
                "application/octet-stream");
        return client.putObject(put -> put.bucket(PresignBenchmark.BUCKET).key("object"), body).eTag().replace("\"", "");
    }
}
