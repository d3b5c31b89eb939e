package space.opensensor.s3;

/**
 * Gives up an upload in parts; the store forgets its parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AbortMultipartUpload</a>
 */
final class AbortMultipartUpload extends Operation {

    private final String uploadId;

    AbortMultipartUpload(String key, String uploadId) {
        super("DELETE", key);
        this.uploadId = uploadId;
    }

    @Override
    void build(S3Request request) {
        request.query("uploadId", this.uploadId);
    }
}
