package space.opensensor.s3;

import java.io.InputStream;

import space.opensensor.http.HttpResponse;

/**
 * Asks for size and check sums of an object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
final class HeadObject extends Operation {

    private final boolean withChecksum;
    private HeadObjectResult result;

    /** @param withChecksum whether to ask for a stored check sum too; not every store likes the question. */
    HeadObject(String key, boolean withChecksum) {
        super("HEAD", key);
        this.withChecksum = withChecksum;
    }

    @Override
    void build(S3Request request) {
        if (this.withChecksum) {
            request.header("x-amz-checksum-mode", "ENABLED");
        }
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) {
        String checksum = response.field("x-amz-checksum-crc32");
        this.result = new HeadObjectResult(response.length(), Etag.unquoted(response.field("etag")),
                checksum != null ? checksum : response.field("x-amz-checksum-crc32c"), isEncrypted(response));
    }

    /** Returns whether the ETag of this object cannot be an MD5, as keys of KMS or of the customer encrypt it. */
    static boolean isEncrypted(HttpResponse response) {
        String kind = response.field("x-amz-server-side-encryption");
        return kind != null && kind.startsWith("aws:kms")
                || response.field("x-amz-server-side-encryption-customer-algorithm") != null;
    }

    HeadObjectResult result() {
        return this.result;
    }
}
