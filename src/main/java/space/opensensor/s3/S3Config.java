package space.opensensor.s3;

/**
 * Where a bucket is and how to talk to it. Setters return the object itself; an {@link S3Client} copies what it needs
 * when it is created.
 */
public final class S3Config {

    /** Bucket as first label of the host name: the default of AWS. */
    public static final int VIRTUAL_HOST = 0;

    /** Bucket as first segment of the path: for servers by address, MinIO, Ceph, bucket names with dots. */
    public static final int PATH_STYLE = 1;

    /** Least bytes per aws-chunked chunk but the last that S3 accepts. */
    public static final int MIN_CHUNK_BYTES = 8192;

    /** Most bytes per aws-chunked chunk: a limit of memory, not of S3. */
    public static final int MAX_CHUNK_BYTES = 65536;

    Endpoint endpoint;
    final String region;
    final String bucket;
    int addressing = VIRTUAL_HOST;
    int bodyMode = BodyMode.UNSIGNED;
    int checksum = Checksum.NONE;
    int chunkBytes = MIN_CHUNK_BYTES;
    boolean transferEncodingChunked;
    boolean expectContinue;
    boolean etagIsMd5 = true;
    int maxAttempts = 5;
    int baseDelayMillis = 1000;
    int maxDelayMillis = 20000;
    int readTimeoutMillis = 30000;
    int totalTimeoutMillis = 300000;
    int idleMillis = 4000;
    int requestHeadBytes = 2048;
    int known;

    /**
     * Names a bucket.
     *
     * @param endpoint {@code https://host[:port]} or {@code http://host[:port]}, without bucket and path.
     * @param region as in the credential scope, for example {@code eu-central-1}; {@code auto} for Cloudflare R2.
     * @param bucket 3 to 63 of {@code a-z 0-9 - .}, beginning and ending with a letter or digit.
     * @throws IllegalArgumentException if one of them is not allowed; the text names it.
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming
     *      rules</a>
     */
    public S3Config(String endpoint, String region, String bucket) {
        this.endpoint = Endpoint.parse(endpoint);
        this.region = Require.visible("region", region);
        this.bucket = BucketName.require(bucket);
    }

    /**
     * Takes another endpoint than that of a preset: a private, dual-stack or jurisdictional one.
     *
     * @param url as for the constructor.
     * @throws IllegalArgumentException if it is not allowed.
     */
    public S3Config endpoint(String url) {
        this.endpoint = Endpoint.parse(url);
        return this;
    }

    /** @param style {@link #VIRTUAL_HOST} (default) or {@link #PATH_STYLE}. */
    public S3Config addressing(int style) {
        this.addressing = Require.range("addressing", style, VIRTUAL_HOST, PATH_STYLE);
        return this;
    }

    /** @param mode one of {@link BodyMode}; default {@link BodyMode#UNSIGNED}. */
    public S3Config bodyMode(int mode) {
        this.bodyMode = Require.range("body mode", mode, BodyMode.UNSIGNED, BodyMode.CHUNKED_SIGNED_TRAILER);
        return this;
    }

    /** @param kind one of {@link Checksum}; default {@link Checksum#NONE}. Trailer modes need CRC32 or CRC32C. */
    public S3Config checksum(int kind) {
        this.checksum = Require.range("checksum", kind, Checksum.NONE, Checksum.CRC32C);
        return this;
    }

    /**
     * @param bytes data bytes per aws-chunked chunk and size of the one buffer of the client, {@value #MIN_CHUNK_BYTES}
     *        (default) to {@value #MAX_CHUNK_BYTES}: S3 refuses smaller chunks with InvalidChunkSizeError.
     */
    public S3Config chunkBytes(int bytes) {
        this.chunkBytes = Require.range("chunk bytes", bytes, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);
        return this;
    }

    /**
     * @param chunked true to frame aws-chunked bodies in HTTP chunked transfer encoding instead of Content-Length.
     *         Other bodies are never sent so: S3 answers 501 NotImplemented.
     */
    public S3Config transferEncodingChunked(boolean chunked) {
        this.transferEncodingChunked = chunked;
        return this;
    }

    /** @param expect true to send {@code Expect: 100-continue} and wait for leave before the body. Default false. */
    public S3Config expectContinue(boolean expect) {
        this.expectContinue = expect;
        return this;
    }

    /** @param md5 whether the ETag of a simple upload is its MD5 where it looks like one. Default true. */
    public S3Config etagIsMd5(boolean md5) {
        this.etagIsMd5 = md5;
        return this;
    }

    /** @param attempts of one operation, 1 to 100; default 5. */
    public S3Config maxAttempts(int attempts) {
        this.maxAttempts = Require.range("attempts", attempts, 1, 100);
        return this;
    }

    /**
     * Sets the waits between attempts: a random time from 0 to min(cap, base x 2^n) before attempt n + 2 (full jitter).
     *
     * @param baseMillis 1 to 3,600,000; default 1000.
     * @param capMillis {@code baseMillis} to 86,400,000; default 20,000.
     */
    public S3Config delays(int baseMillis, int capMillis) {
        this.baseDelayMillis = Require.range("base delay", baseMillis, 1, 3600000);
        this.maxDelayMillis = Require.range("longest delay", capMillis, baseMillis, 86400000);
        return this;
    }

    /**
     * Sets time limits.
     *
     * @param readMillis of one read, 1 to 3,600,000; default 30,000.
     * @param totalMillis of one request from connecting to the end of its answer, 1 to 86,400,000; default 300,000.
     */
    public S3Config timeouts(int readMillis, int totalMillis) {
        this.readTimeoutMillis = Require.range("read time limit", readMillis, 1, 3600000);
        this.totalTimeoutMillis = Require.range("total time limit", totalMillis, 1, 86400000);
        return this;
    }

    /**
     * @param millis how long an unused connection is kept for the next request, 0 (never) to 3,600,000; default 4000.
     */
    public S3Config keepAlive(int millis) {
        this.idleMillis = Require.range("keep-alive", millis, 0, 3600000);
        return this;
    }

    /** @param bytes room for path, query and headers of one request, 1024 to 16,384; default 2048 (1.2 KB of token). */
    public S3Config requestHeadBytes(int bytes) {
        this.requestHeadBytes = Require.range("request head bytes", bytes, 1024, 16384);
        return this;
    }

    /** Notes what the store is known not to do, as {@link Capabilities} has it. */
    S3Config knowing(int capabilities) {
        this.known = capabilities;
        return this;
    }

    /** Returns where requests for the bucket go. */
    Endpoint bucketEndpoint() {
        return this.addressing == PATH_STYLE ? this.endpoint : this.endpoint.withBucket(this.bucket);
    }

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if body mode, check sum and transfer coding contradict one another.
     */
    void requireConsistent() {
        if (this.transferEncodingChunked && !BodyMode.isChunked(this.bodyMode)) {
            throw new IllegalArgumentException("Transfer-Encoding: chunked needs an aws-chunked body mode: S3 answers 501 "
                    + "NotImplemented to any other chunked body, as it must know the object's length in advance");
        }
        if (BodyMode.isChunked(this.bodyMode) && this.checksum == Checksum.CONTENT_MD5) {
            throw new IllegalArgumentException("Content-MD5 needs a fixed length: with aws-chunked use CRC32 or CRC32C");
        }
        if (BodyMode.hasTrailer(this.bodyMode) && this.checksum != Checksum.CRC32 && this.checksum != Checksum.CRC32C) {
            throw new IllegalArgumentException("a trailer needs a check sum: CRC32 or CRC32C");
        }
    }

    /** @return the bucket. */
    public String bucket() {
        return this.bucket;
    }
}
