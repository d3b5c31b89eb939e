package space.opensensor.s3;

/** What may accompany an upload. The defaults send nothing but the body. */
public final class PutObjectOptions {

    /** Most metadata entries. */
    public static final int MAX_METADATA = 8;

    String contentType;
    boolean createOnly;
    int metadataCount;
    final String[] metadataNames = new String[MAX_METADATA];
    final String[] metadataValues = new String[MAX_METADATA];

    /** @param type media type; null (default) lets the store decide. */
    public PutObjectOptions contentType(String type) {
        this.contentType = type;
        return this;
    }

    /**
     * @param only true to send {@code If-None-Match: *}: an object that is there already is never replaced. Default
     *        false.
     */
    public PutObjectOptions createOnly(boolean only) {
        this.createOnly = only;
        return this;
    }

    /**
     * Adds metadata.
     *
     * @param name goes out as {@code x-amz-meta-name}: lower-case letters, digits, {@code -}.
     * @param value visible ASCII characters and single spaces.
     * @throws IllegalArgumentException if there are {@value #MAX_METADATA} already or a character is not allowed.
     */
    public PutObjectOptions metadata(String name, String value) {
        if (this.metadataCount == MAX_METADATA) {
            throw new IllegalArgumentException("metadata: " + MAX_METADATA + " entries are allowed");
        }
        this.metadataNames[this.metadataCount] = "x-amz-meta-" + MetadataName.require(name);
        this.metadataValues[this.metadataCount++] = value;
        return this;
    }

    /** Adds the headers that say what the object is. */
    void build(S3Request request) {
        if (this.contentType != null) {
            request.header("content-type", this.contentType);
        }
        for (int i = 0; i < this.metadataCount; i++) {
            request.header(this.metadataNames[i], this.metadataValues[i]);
        }
    }
}
