package space.opensensor.s3;

import space.opensensor.bytes.ByteWriter;

/**
 * What is signed of one request: method, path, query, headers and the hash of its payload. Reusable; holds everything
 * encoded as it goes out, in one array of fixed size.
 */
public final class S3Request {

    /** Payload hash of a body that is not signed. */
    public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    /** SHA-256 of nothing. */
    public static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final int MAX_QUERY = 12;
    private static final int MAX_HEADERS = 20;

    private final ByteWriter arena;
    private final FieldList query;
    private final FieldList headers;
    private String method = "";
    private String payloadHash = EMPTY_SHA256;
    private int pathEnd;
    private boolean withoutAmz;

    /** @param bytes room for path, query and headers together. */
    public S3Request(int bytes) {
        this.arena = new ByteWriter(bytes);
        this.query = new FieldList(this.arena, MAX_QUERY, true);
        this.headers = new FieldList(this.arena, MAX_HEADERS, false);
    }

    /**
     * Says that headers {@code x-amz-...} are left out: S3 refuses them with a presigned URL that was not signed for
     * them.
     */
    void withoutAmzHeaders() {
        this.withoutAmz = true;
    }

    /**
     * Starts a new request without query and headers.
     *
     * @param newMethod upper case.
     * @param path absolute, not encoded; encoded once, nothing normalised.
     */
    public void begin(String newMethod, String path) {
        begin(newMethod);
        UriEncoder.encode(path, true, this.arena);
        this.pathEnd = this.arena.length();
    }

    /**
     * Starts a new request whose path is {@code /}, the bucket if not null, and the key if not null.
     *
     * @param newMethod upper case.
     */
    void begin(String newMethod, String bucket, String key) {
        begin(newMethod);
        this.arena.writeByte('/');
        if (bucket != null) {
            UriEncoder.encode(bucket, false, this.arena);
        }
        if (bucket != null && key != null) {
            this.arena.writeByte('/');
        }
        if (key != null) {
            UriEncoder.encode(key, true, this.arena);
        }
        this.pathEnd = this.arena.length();
    }

    private void begin(String newMethod) {
        this.method = newMethod;
        this.payloadHash = EMPTY_SHA256;
        this.arena.clear();
        this.query.clear();
        this.headers.clear();
    }

    /** Adds a query parameter, name and value not encoded. */
    public void query(String name, String value) {
        int nameStart = this.arena.length();
        UriEncoder.encode(name, false, this.arena);
        int valueStart = this.arena.length();
        UriEncoder.encode(value, false, this.arena);
        this.query.add(nameStart, valueStart);
    }

    /**
     * Adds a header that is signed.
     *
     * @param name lower case.
     * @param value spaces around it are cut, runs of spaces become one, as signing wants it; sent in that form.
     * @throws IllegalArgumentException if the value holds a control character or one that is not ASCII.
     */
    public void header(String name, String value) {
        if (this.withoutAmz && name.startsWith("x-amz-")) {
            return;
        }
        int nameStart = this.arena.length();
        put(name);
        int valueStart = this.arena.length();
        boolean space = false;
        for (int i = 0, n = value.length(); i < n; i++) {
            char c = value.charAt(i);
            if (c != ' ' && (c < ' ' || c > '~')) {
                throw new IllegalArgumentException("header " + name + ": character " + i + " is not visible ASCII");
            }
            if (c == ' ') {
                space = this.arena.length() > valueStart;
            } else {
                if (space) {
                    this.arena.writeByte(' ');
                }
                this.arena.writeByte(c);
                space = false;
            }
        }
        this.headers.add(nameStart, valueStart);
    }

    /** Adds a header with the bytes of {@code value} as they are. */
    void header(String name, byte[] value, int offset, int length) {
        int nameStart = this.arena.length();
        put(name);
        int valueStart = this.arena.length();
        this.arena.writeBytes(value, offset, length);
        this.headers.add(nameStart, valueStart);
    }

    private void put(String ascii) {
        for (int i = 0, n = ascii.length(); i < n; i++) {
            this.arena.writeByte(ascii.charAt(i));
        }
    }

    /**
     * @param hash hexadecimal SHA-256 of the payload, or one of the literals AWS defines; by default that of nothing.
     */
    public void payloadHash(String hash) {
        this.payloadHash = hash;
    }

    /** @return what {@link #payloadHash(String)} set. */
    public String payloadHash() {
        return this.payloadHash;
    }

    String method() {
        return this.method;
    }

    FieldList headers() {
        return this.headers;
    }

    /** Writes the encoded path. */
    void putPath(ByteSink out) {
        out.put(this.arena.array(), 0, this.pathEnd);
    }

    /** Writes the encoded query in the order that is signed, without question mark. */
    void putQuery(ByteSink out) {
        for (int i = 0; i < this.query.count(); i++) {
            if (i > 0) {
                out.put('&');
            }
            this.query.putName(i, out);
            out.put('=');
            this.query.putValue(i, out);
        }
    }

    boolean hasQuery() {
        return this.query.count() > 0;
    }

    /** Writes the names of all headers, each once, semicolons between. */
    void putSignedHeaders(ByteSink out) {
        for (int i = 0; i < this.headers.count(); i++) {
            if (!this.headers.repeats(i)) {
                if (i > 0) {
                    out.put(';');
                }
                this.headers.putName(i, out);
            }
        }
    }

    /** @throws IllegalArgumentException if something did not fit. */
    void requireComplete() {
        if (this.arena.overflowed()) {
            throw new IllegalArgumentException("path, query and headers need more than " + this.arena.capacity()
                    + " bytes: see requestHeadBytes");
        }
    }
}
