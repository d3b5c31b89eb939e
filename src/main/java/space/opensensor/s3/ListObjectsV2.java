package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.http.HttpException;
import space.opensensor.http.HttpResponse;

/**
 * Lists one page of the objects whose keys begin with a prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
final class ListObjectsV2 extends Operation {

    private static final long MAX_DOCUMENT_BYTES = 8L << 20;

    private final Engine engine;
    private final String prefix;
    private final ObjectVisitor visitor;
    private String startAfter;
    private String token;
    private boolean truncated;
    private int visited;
    private String key;
    private String etag;
    private long size;

    ListObjectsV2(Engine engine, String prefix, ObjectVisitor visitor) {
        super("GET", null);
        this.engine = engine;
        this.prefix = prefix;
        this.visitor = visitor;
    }

    @Override
    void build(S3Request request) {
        request.query("list-type", "2");
        if (this.prefix.length() > 0) {
            request.query("prefix", this.prefix);
        }
        if (this.startAfter != null) {
            request.query("start-after", this.startAfter);
        } else if (this.token != null) {
            request.query("continuation-token", this.token);
        }
    }

    /** Visits objects as they come; a page that breaks off goes on after the last object visited. */
    @Override
    void receive(HttpResponse response, InputStream body, byte[] scratch) throws IOException {
        XmlReader xml = this.engine.document(body, "ListBucketResult", MAX_DOCUMENT_BYTES);
        String next = null;
        boolean more = false;
        for (int tag = xml.next(); tag != XmlReader.DONE; tag = xml.next()) {
            if (tag == XmlReader.END && xml.depth() == 2) {
                content(xml);
            } else if (tag == XmlReader.END && xml.is("Contents")) {
                visit();
            } else if (tag == XmlReader.END && xml.is("NextContinuationToken")) {
                next = xml.text();
            } else if (tag == XmlReader.END && xml.is("IsTruncated")) {
                more = xml.text().equals("true");
            }
        }
        this.startAfter = null;
        this.token = next;
        this.truncated = more && next != null;
    }

    private void content(XmlReader xml) {
        if (xml.is("Key")) {
            this.key = xml.text();
        } else if (xml.is("Size")) {
            this.size = xml.number();
        } else if (xml.is("ETag")) {
            this.etag = Etag.unquoted(xml.text());
        }
    }

    private void visit() throws HttpException {
        if (this.key == null || this.size < 0) {
            throw new HttpException("listed object has no key or no size");
        }
        this.visitor.object(this.key, this.size, this.etag);
        this.visited++;
        this.startAfter = this.key;
        this.key = null;
        this.etag = null;
        this.size = -1;
    }

    /** Returns whether there is another page. */
    boolean truncated() {
        return this.truncated;
    }

    int visited() {
        return this.visited;
    }
}
