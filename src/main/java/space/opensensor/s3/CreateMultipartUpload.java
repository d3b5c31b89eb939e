package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.HttpException;
import space.opensensor.http.HttpResponse;

/**
 * Starts an upload in parts.
 *
 * @see <a
 *      href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">CreateMultipartUpload</a>
 */
final class CreateMultipartUpload extends Operation {

    private final Engine engine;
    private final PutObjectOptions options;
    private String uploadId;

    CreateMultipartUpload(Engine engine, String key, PutObjectOptions options) {
        super("POST", key);
        this.engine = engine;
        this.options = options;
    }

    @Override
    Payload payload() {
        return NoPayload.EMPTY;
    }

    @Override
    void build(S3Request request) {
        request.query("uploads", "");
        this.options.build(request);
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) throws IOException {
        XmlReader xml = this.engine.document(body, "InitiateMultipartUploadResult", ErrorDocument.MAX_BYTES);
        for (int tag = xml.next(); tag != XmlReader.DONE; tag = xml.next()) {
            if (tag == XmlReader.END && xml.is("UploadId")) {
                this.uploadId = xml.text();
            }
        }
        if (this.uploadId == null || this.uploadId.length() == 0) {
            throw new HttpException("response names no upload id");
        }
    }

    String uploadId() {
        return this.uploadId;
    }
}
