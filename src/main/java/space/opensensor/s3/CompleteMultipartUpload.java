package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.bytes.Utf8;
import space.opensensor.http.HttpResponse;

/**
 * Makes an object of the parts. The store may answer 200 and then write an error: that is a failure.
 *
 * @see <a
 *      href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
 */
final class CompleteMultipartUpload extends Operation {

    private final Engine engine;
    private final String uploadId;
    private final boolean createOnly;
    private final Payload payload;
    private String etag;

    /** @param etags of the parts 1 to {@code count}, from index 0 on. */
    CompleteMultipartUpload(Engine engine, String key, String uploadId, String[] etags, int count, boolean createOnly) {
        super("POST", key);
        this.engine = engine;
        this.uploadId = uploadId;
        this.createOnly = createOnly;
        this.payload = new BytesPayload(Utf8.encode(document(etags, count)));
    }

    private static String document(String[] etags, int count) {
        StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
        for (int i = 0; i < count; i++) {
            xml.append("<Part><PartNumber>").append(i + 1).append("</PartNumber><ETag>&quot;");
            escape(etags[i], xml);
            xml.append("&quot;</ETag></Part>");
        }
        return xml.append("</CompleteMultipartUpload>").toString();
    }

    private static void escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            xml.append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;"
                    : String.valueOf(c));
        }
    }

    @Override
    Payload payload() {
        return this.payload;
    }

    @Override
    void build(S3Request request) {
        request.query("uploadId", this.uploadId);
        if (this.createOnly) {
            request.header("if-none-match", "*");
        }
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) throws IOException {
        XmlReader xml = this.engine.document(body, "CompleteMultipartUploadResult", ErrorDocument.MAX_BYTES);
        for (int tag = xml.next(); tag != XmlReader.DONE; tag = xml.next()) {
            if (tag == XmlReader.END && xml.is("ETag")) {
                this.etag = Etag.unquoted(xml.text());
            }
        }
    }

    String etag() {
        return this.etag;
    }
}
