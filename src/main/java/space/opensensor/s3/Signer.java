package space.opensensor.s3;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.Hashes;
import space.opensensor.crypto.HmacSha256;
import space.opensensor.crypto.Sha256;

/**
 * Signature version 4. Every result is a function of the arguments alone; what is kept between calls is memory to work
 * in and the signing key of the last day, region and credentials.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">Authenticating
 *      requests (AWS signature version 4)</a>
 */
public final class Signer {

    /** Bytes of a signature: hexadecimal digits. */
    public static final int SIGNATURE_BYTES = 2 * Sha256.DIGEST_BYTES;

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int TEXT_BYTES = 384;
    private static final String TOKEN_PLACE = "<session token>";

    private final String service;
    private final SigningKey key = new SigningKey();
    private final HmacSha256 hmac = Hashes.hmacSha256();
    private final HashSink hash = new HashSink();
    private final ByteWriter text = new ByteWriter(TEXT_BYTES);
    private final byte[] digest = new byte[Sha256.DIGEST_BYTES];
    private final byte[] date = new byte[AmzDate.LENGTH];
    private final byte[] signature = new byte[SIGNATURE_BYTES];
    private long second = Long.MIN_VALUE;
    private String region = "";
    private SigningTrace trace;

    /** @param service {@code s3} for S3. */
    public Signer(String service) {
        this.service = service;
    }

    /** @param newTrace is shown what {@link #sign} signs; null for nobody. Texts are made only for it. */
    public void trace(SigningTrace newTrace) {
        this.trace = newTrace;
    }

    /**
     * Dates a request and adds the headers that go with credentials: {@code x-amz-date} and, for temporary credentials,
     * {@code x-amz-security-token}.
     *
     * @param time milliseconds since 1970-01-01 UTC.
     */
    public void addHeaders(S3Request request, Credentials credentials, long time) {
        date(time);
        request.header("x-amz-date", this.date, 0, this.date.length);
        if (credentials.sessionToken() != null) {
            request.header("x-amz-security-token", credentials.sessionToken());
        }
    }

    /**
     * Signs a request as it stands.
     *
     * @param time milliseconds since 1970-01-01 UTC, the same as in its {@code x-amz-date}.
     * @return the signature as {@value #SIGNATURE_BYTES} ASCII bytes; valid until the next call.
     * @throws IllegalArgumentException if the request did not fit into its memory, or the time is before 1970.
     */
    public byte[] sign(S3Request request, Credentials credentials, String newRegion, long time) {
        request.requireComplete();
        this.region = newRegion;
        date(time);
        CanonicalRequest.write(request, this.hash);
        this.hash.digest(this.digest, 0);
        stringToSign(ALGORITHM);
        appendDigest();
        if (this.trace != null) {
            this.trace.signed(withoutToken(canonicalRequest(request), credentials.sessionToken()),
                    Ascii.decode(this.text.array(), 0, this.text.length()));
        }
        this.key.set(this.hmac, credentials, this.date, newRegion, this.service);
        return finish();
    }

    /** A token in the query is encoded; neither form can be anything else in a canonical request. */
    private static String withoutToken(String canonicalRequest, String token) {
        if (token == null) {
            return canonicalRequest;
        }
        ByteWriter encoded = new ByteWriter(3 * token.length());
        UriEncoder.encode(token, false, encoded);
        return canonicalRequest.replace(token, TOKEN_PLACE)
                .replace(Ascii.decode(encoded.array(), 0, encoded.length()), TOKEN_PLACE);
    }

    private void date(long time) {
        if (time / 1000 != this.second) {
            AmzDate.format(time, this.date, 0);
            this.second = time / 1000;
        }
    }

    /** Starts the string to sign: algorithm, date and scope, each with a line feed behind. */
    private void stringToSign(String algorithm) {
        this.text.clear();
        put(algorithm);
        this.text.writeByte('\n');
        this.text.writeBytes(this.date, 0, AmzDate.LENGTH);
        this.text.writeByte('\n');
        putScope();
        this.text.writeByte('\n');
    }

    private void putScope() {
        this.text.writeBytes(this.date, 0, AmzDate.DAY_LENGTH);
        this.text.writeByte('/');
        put(this.region);
        this.text.writeByte('/');
        put(this.service);
        put("/aws4_request");
    }

    private void put(String ascii) {
        for (int i = 0, n = ascii.length(); i < n; i++) {
            this.text.writeByte(ascii.charAt(i));
        }
    }

    private void appendDigest() {
        int at = this.text.length();
        this.text.setLength(at + SIGNATURE_BYTES);
        if (this.text.overflowed()) {
            throw new IllegalArgumentException("region or access key id is too long to be signed");
        }
        Hex.encode(this.digest, 0, this.digest.length, this.text.array(), at);
    }

    private byte[] finish() {
        this.hmac.update(this.text.array(), 0, this.text.length());
        this.hmac.mac(this.digest, 0);
        Hex.encode(this.digest, 0, this.digest.length, this.signature, 0);
        return this.signature;
    }

    /**
     * Signs one chunk of an aws-chunked body; the signature before it is the one returned last, which the first chunk
     * takes from {@link #sign}.
     *
     * @param chunkDigest SHA-256 of the chunk's data from index 0 on.
     * @return as {@link #sign}.
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature calculations for
     *      multiple chunks</a>
     */
    public byte[] signChunk(byte[] chunkDigest) {
        stringToSign("AWS4-HMAC-SHA256-PAYLOAD");
        this.text.writeBytes(this.signature, 0, SIGNATURE_BYTES);
        this.text.writeByte('\n');
        put(S3Request.EMPTY_SHA256);
        this.text.writeByte('\n');
        System.arraycopy(chunkDigest, 0, this.digest, 0, this.digest.length);
        appendDigest();
        return finish();
    }

    /**
     * Signs the trailers of an aws-chunked body, after its last, empty chunk.
     *
     * @param trailers lines {@code name:value}, names lower case, each with a line feed behind.
     * @return as {@link #sign}.
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">Signature
     *      calculations including trailing headers</a>
     */
    public byte[] signTrailers(byte[] trailers, int offset, int length) {
        stringToSign("AWS4-HMAC-SHA256-TRAILER");
        this.text.writeBytes(this.signature, 0, SIGNATURE_BYTES);
        this.text.writeByte('\n');
        this.hash.put(trailers, offset, length);
        this.hash.digest(this.digest, 0);
        appendDigest();
        return finish();
    }

    /** Writes the value of the Authorization header for what {@link #sign} signed last. */
    void putAuthorization(S3Request request, Credentials credentials, ByteSink out) {
        this.text.clear();
        putScope();
        CanonicalRequest.put(ALGORITHM + " Credential=", out);
        CanonicalRequest.put(credentials.accessKeyId(), out);
        out.put('/');
        out.put(this.text.array(), 0, this.text.length());
        CanonicalRequest.put(", SignedHeaders=", out);
        request.putSignedHeaders(out);
        CanonicalRequest.put(", Signature=", out);
        out.put(this.signature, 0, SIGNATURE_BYTES);
    }

    /**
     * Adds the query parameters of a presigned URL but the signature; {@link #sign} follows.
     *
     * @param expiresSeconds 1 to 604,800.
     * @throws IllegalArgumentException if it is not.
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
     *      requests: query parameters</a>
     */
    public void addQuery(S3Request request, Credentials credentials, String newRegion, long time, int expiresSeconds) {
        Require.range("expiry in seconds", expiresSeconds, 1, 604800);
        date(time);
        this.region = newRegion;
        this.text.clear();
        put(credentials.accessKeyId());
        this.text.writeByte('/');
        putScope();
        request.query("X-Amz-Algorithm", ALGORITHM);
        request.query("X-Amz-Credential", Ascii.decode(this.text.array(), 0, this.text.length()));
        request.query("X-Amz-Date", Ascii.decode(this.date, 0, this.date.length));
        request.query("X-Amz-Expires", String.valueOf(expiresSeconds));
        if (credentials.sessionToken() != null) {
            request.query("X-Amz-Security-Token", credentials.sessionToken());
        }
        TextSink names = new TextSink(64);
        request.putSignedHeaders(names);
        request.query("X-Amz-SignedHeaders", names.toString());
    }

    /** @return the canonical request, session token included; {@link #trace} shows it without. */
    public static String canonicalRequest(S3Request request) {
        TextSink out = new TextSink(640);
        CanonicalRequest.write(request, out);
        return out.toString();
    }

    /** @return the string to sign that belongs to {@link #canonicalRequest}. */
    public String stringToSign(S3Request request, String newRegion, long time) {
        this.region = newRegion;
        date(time);
        CanonicalRequest.write(request, this.hash);
        this.hash.digest(this.digest, 0);
        stringToSign(ALGORITHM);
        appendDigest();
        return Utf8.decode(this.text.array(), 0, this.text.length());
    }
}
