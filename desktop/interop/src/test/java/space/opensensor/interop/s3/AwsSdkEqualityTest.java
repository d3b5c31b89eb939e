package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.Test;

import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Request;
import space.opensensor.s3.Signer;

/** Signatures of random requests, ours and those of the AWS SDK for Java, header form and presigned. */
public class AwsSdkEqualityTest {

    private static final int REQUESTS = 2000;
    private static final String[] METHODS = {"GET", "PUT", "HEAD", "DELETE", "POST"};
    private static final String CHARACTERS = "abcXYZ0189-._~ =+%&?#!*'();:@$,[]/\"<>|\\^`{}\u00fc\u00df\u65e5\u672c";

    private final Random random = new Random(20261122);
    private final Signer signer = new Signer("s3");
    private final AwsV4HttpSigner sdk = AwsV4HttpSigner.create();

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + this.random.nextInt(longest); length > 0; length--) {
            int pick = this.random.nextInt(CHARACTERS.length() + 1);
            text.append(pick == CHARACTERS.length() ? "\ud83d\ude00" : CHARACTERS.substring(pick, pick + 1));
        }
        return text.toString();
    }

    private static String encode(String text, String unescaped) {
        return ReferenceSignature.encode(text.getBytes(StandardCharsets.UTF_8), unescaped);
    }

    @Test
    public void signsTwoThousandRandomRequestsLikeTheAwsSdk() {
        for (int i = 0; i < REQUESTS; i++) {
            check(i, i % 2 == 1);
        }
    }

    private void check(int number, boolean presigned) {
        String region = "eu-" + (char) ('a' + this.random.nextInt(26)) + "-1";
        String token = this.random.nextInt(3) == 0 ? "TOKEN/+" + encode(text(40), "") + "==" : null;
        String accessKey = "AKIA" + this.random.nextInt(1000000);
        String secret = "secret/+" + this.random.nextLong();
        Instant time = Instant.ofEpochSecond(1500000000L + this.random.nextInt(500000000));
        String method = METHODS[this.random.nextInt(METHODS.length)];
        String path = "/" + text(60);
        String host = "bucket.s3.test.org";
        int port = this.random.nextInt(4) == 0 ? 9000 : 443;
        String authority = port == 443 ? host : host + ":" + port;
        S3Request ours = new S3Request(8192);
        ours.begin(method, path);
        SdkHttpFullRequest.Builder theirs = SdkHttpFullRequest.builder().method(SdkHttpMethod.fromValue(method)).protocol("https")
                .host(host).port(port).encodedPath(encode(path, "/"));
        ours.header("host", authority);
        Set<String> names = new HashSet<>();
        for (int count = this.random.nextInt(5); count > 0; count--) {
            String name = text(10);
            if (names.add(name)) {
                String value = this.random.nextInt(4) == 0 ? "" : text(30);
                ours.query(name, value);
                theirs.putRawQueryParameter(name, value);
            }
        }
        for (int count = this.random.nextInt(3); count > 0; count--) {
            String value = "  v a" + this.random.nextInt(100) + "   b ";
            ours.header("x-amz-meta-" + count, value);
            theirs.putHeader("x-amz-meta-" + count, value);
        }
        AwsCredentialsIdentity identity = token == null ? AwsCredentialsIdentity.create(accessKey, secret)
                : AwsSessionCredentialsIdentity.create(accessKey, secret, token);
        Credentials credentials = new Credentials(accessKey, secret, token, Credentials.NEVER);
        SdkHttpRequest expected = sign(theirs.build(), identity, region, time, presigned);
        String id = "request " + number + " " + method + " " + path;
        if (presigned) {
            ours.payloadHash(S3Request.UNSIGNED_PAYLOAD);
            this.signer.addQuery(ours, credentials, region, time.toEpochMilli(), 3600);
            assertEquals(id, expected.firstMatchingRawQueryParameter("X-Amz-Signature").get(),
                    new String(this.signer.sign(ours, credentials, region, time.toEpochMilli()), StandardCharsets.US_ASCII));
        } else {
            ours.header("x-amz-content-sha256", S3Request.UNSIGNED_PAYLOAD);
            ours.payloadHash(S3Request.UNSIGNED_PAYLOAD);
            this.signer.addHeaders(ours, credentials, time.toEpochMilli());
            String signature = new String(this.signer.sign(ours, credentials, region, time.toEpochMilli()),
                    StandardCharsets.US_ASCII);
            String authorization = expected.firstMatchingHeader("Authorization").get();
            assertEquals(id + "\n" + Signer.canonicalRequest(ours), authorization.substring(authorization.length() - 64),
                    signature);
        }
    }

    private SdkHttpRequest sign(SdkHttpRequest request, AwsCredentialsIdentity identity, String region, Instant time,
            boolean presigned) {
        SignedRequest signed = this.sdk.sign(r -> {
            r.identity(identity).request(request).putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC));
            if (presigned) {
                r.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofHours(1));
            }
        });
        return signed.request();
    }
}
