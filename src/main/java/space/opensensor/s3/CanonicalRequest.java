package space.opensensor.s3;

/**
 * The form of a request that is hashed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Task 1: Create a
 *      canonical request</a>
 */
final class CanonicalRequest {

    private CanonicalRequest() {
    }

    /** Writes method, path, query, headers, names of the signed headers and payload hash, a line feed between them. */
    static void write(S3Request request, ByteSink out) {
        put(request.method(), out);
        out.put('\n');
        request.putPath(out);
        out.put('\n');
        request.putQuery(out);
        out.put('\n');
        writeHeaders(request.headers(), out);
        out.put('\n');
        request.putSignedHeaders(out);
        out.put('\n');
        put(request.payloadHash(), out);
    }

    /** One line per name; the values of headers of the same name are joined by commas. */
    private static void writeHeaders(FieldList headers, ByteSink out) {
        for (int i = 0; i < headers.count(); i++) {
            if (headers.repeats(i)) {
                out.put(',');
            } else {
                headers.putName(i, out);
                out.put(':');
            }
            headers.putValue(i, out);
            if (i + 1 == headers.count() || !headers.repeats(i + 1)) {
                out.put('\n');
            }
        }
    }

    static void put(String ascii, ByteSink out) {
        for (int i = 0, n = ascii.length(); i < n; i++) {
            out.put(ascii.charAt(i));
        }
    }
}
