package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.HttpException;
import space.opensensor.http.HttpResponse;

/**
 * Asks which parts of an upload are there, one page at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">ListParts</a>
 */
final class ListParts extends Operation {

    /** Largest part number (Amazon S3 multipart upload limits). */
    static final int MAX_PARTS = 10000;

    private final Engine engine;
    private final String uploadId;
    private final String[] etags;
    private final long[] sizes;
    private long marker;
    private boolean truncated;
    private long number;
    private long size;
    private String etag;

    /**
     * @param etags receives the ETag of part n at index n - 1; parts that it has no room for are not kept.
     * @param sizes receives its bytes.
     */
    ListParts(Engine engine, String key, String uploadId, String[] etags, long[] sizes) {
        super("GET", key);
        this.engine = engine;
        this.uploadId = uploadId;
        this.etags = etags;
        this.sizes = sizes;
    }

    @Override
    void build(S3Request request) {
        request.query("uploadId", this.uploadId);
        if (this.marker > 0) {
            request.query("part-number-marker", String.valueOf(this.marker));
        }
    }

    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) throws IOException {
        XmlReader xml = this.engine.document(body, "ListPartsResult", 8L << 20);
        this.truncated = false;
        for (int tag = xml.next(); tag != XmlReader.DONE; tag = xml.next()) {
            if (tag == XmlReader.END) {
                take(xml);
            }
        }
    }

    private void take(XmlReader xml) throws HttpException {
        if (xml.is("PartNumber")) {
            this.number = xml.number();
        } else if (xml.is("Size")) {
            this.size = xml.number();
        } else if (xml.is("ETag")) {
            this.etag = Etag.unquoted(xml.text());
        } else if (xml.is("IsTruncated")) {
            this.truncated = xml.text().equals("true");
        } else if (xml.is("Part")) {
            keep();
        }
    }

    private void keep() throws HttpException {
        if (this.number < 1 || this.number > MAX_PARTS || this.number <= this.marker) {
            throw new HttpException("listed part has number " + this.number);
        }
        if (this.number <= this.etags.length) {
            this.etags[(int) this.number - 1] = this.etag;
            this.sizes[(int) this.number - 1] = this.size;
        }
        this.marker = this.number;
    }

    boolean truncated() {
        return this.truncated;
    }
}
