package space.opensensor.s3;

import java.io.InputStream;

import space.opensensor.http.HttpResponse;

/**
 * Sends one part. Sending it again replaces it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">UploadPart</a>
 */
final class UploadPart extends Operation {

    private final String uploadId;
    private final int number;
    private final Payload payload;
    private String etag;
    private boolean encrypted;

    UploadPart(String key, String uploadId, int number, Payload payload) {
        super("PUT", key);
        this.uploadId = uploadId;
        this.number = number;
        this.payload = payload;
    }

    @Override
    Payload payload() {
        return this.payload;
    }

    @Override
    void build(S3Request request) {
        request.query("partNumber", String.valueOf(this.number));
        request.query("uploadId", this.uploadId);
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) {
        this.etag = Etag.unquoted(response.field("etag"));
        this.encrypted = HeadObject.isEncrypted(response);
    }

    String etag() {
        return this.etag;
    }

    boolean encrypted() {
        return this.encrypted;
    }
}
