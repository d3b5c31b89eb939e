package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.HttpResponse;

/**
 * Sends an object once. {@link Upload} makes sure that it arrives.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
final class PutObject extends Operation {

    private final PutObjectOptions options;
    private final BodyDigests digests;
    private final int checksum;
    private Payload payload;
    private boolean conditional;
    private boolean checksumHeader;
    private String etag;
    private String checksumEcho;
    private String requestId;
    private boolean encrypted;

    /** @param checksum one of {@link Checksum}. */
    PutObject(String key, PutObjectOptions options, BodyDigests digests, int checksum) {
        super("PUT", key);
        this.options = options;
        this.digests = digests;
        this.checksum = checksum;
    }

    /**
     * Prepares the next attempt.
     *
     * @param isConditional whether to send {@code If-None-Match: *}.
     * @param withChecksumHeader whether the check sum goes in front of the body; it must be known then.
     */
    void set(Payload newPayload, boolean isConditional, boolean withChecksumHeader) {
        this.payload = newPayload;
        this.conditional = isConditional;
        this.checksumHeader = withChecksumHeader;
    }

    @Override
    Payload payload() {
        return this.payload;
    }

    @Override
    void build(S3Request request) {
        this.options.build(request);
        if (this.conditional) {
            request.header("if-none-match", "*");
        }
        if (this.checksumHeader && this.checksum == Checksum.CONTENT_MD5) {
            request.header("content-md5", this.digests.contentMd5());
        } else if (this.checksumHeader) {
            request.header(this.digests.checksumHeader(), this.digests.checksum());
        }
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) {
        this.etag = Etag.unquoted(response.field("etag"));
        this.requestId = response.field("x-amz-request-id");
        this.encrypted = HeadObject.isEncrypted(response);
        String header = this.digests.checksumHeader();
        this.checksumEcho = header == null ? null : response.field(header);
    }

    String etag() {
        return this.etag;
    }

    String checksumEcho() {
        return this.checksumEcho;
    }

    String requestId() {
        return this.requestId;
    }

    boolean encrypted() {
        return this.encrypted;
    }
}
