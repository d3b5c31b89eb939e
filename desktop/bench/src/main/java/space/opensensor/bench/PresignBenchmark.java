package space.opensensor.bench;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/** One presigned URL to put an object, from the time of the clock; nothing is sent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PresignBenchmark {

    static final String KEY = "station=attic-1/year=2026/month=11/day=22/data_1015.parquet";
    static final String BUCKET = "sensor-data";
    static final String ACCESS = "AKIAEXAMPLE000000001";
    static final String SECRET = "local/secret+key0000000000000000000000";
    static final String REGION = "us-east-1";
    private static final int EXPIRES = 3600;

    String endpoint = "https://s3.us-east-1.amazonaws.com";
    boolean pathStyle;
    private S3Client ours;
    private S3Presigner sdk;
    private MinioClient minio;

    @Setup
    public void setup() {
        ours = new S3Client(new S3Config(endpoint, REGION, BUCKET)
                .addressing(pathStyle ? S3Config.PATH_STYLE : S3Config.VIRTUAL_HOST), new SocketConnector(),
                new StaticCredentials(new Credentials(ACCESS, SECRET)), System::currentTimeMillis);
        sdk = S3Presigner.builder().region(Region.of(REGION)).endpointOverride(URI.create(endpoint))
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(pathStyle).build())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET))).build();
        minio = MinioClient.builder().endpoint(endpoint).region(REGION).credentials(ACCESS, SECRET).build();
    }

    @Benchmark
    public String ours() throws IOException {
        return ours.presign("PUT", KEY, EXPIRES);
    }

    @Benchmark
    public String awsSdk() {
        return sdk.presignPutObject(presign -> presign.signatureDuration(Duration.ofSeconds(EXPIRES))
                .putObjectRequest(put -> put.bucket(BUCKET).key(KEY))).url().toString();
    }

    @Benchmark
    public String minio() throws Exception {
        return minio.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder().method(Http.Method.PUT).bucket(BUCKET).object(KEY)
                .expiry(EXPIRES, TimeUnit.SECONDS).build());
    }
}
