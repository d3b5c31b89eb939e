package space.opensensor.s3;

import java.io.IOException;

/**
 * Brings one object to its place exactly once, over stores and networks that may fail at any byte.
 * <p>
 * After an attempt that may have succeeded without saying so, HEAD decides by size and check sum whether the object is
 * there. With {@code If-None-Match: *} an object that is there is never replaced; a store that refuses the condition
 * (501) is asked by HEAD before the upload instead. One object per client, used again for every upload.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional writes</a>
 */
final class Upload {

    private static final int MISSING = 0;
    private static final int SAME = 1;
    private static final int DIFFERENT = 2;
    private static final int UNKNOWN = 3;

    private final Engine engine;
    private final S3Config config;
    private final Capabilities capabilities;
    private final BodyDigests digests;
    private final Comparison comparison;
    private final BodyReader reader = new BodyReader();
    private final FixedPayload fixed;
    private final AwsChunkedPayload chunked;
    private final boolean fixedSigned;

    private String key;
    private String what;
    private Body body;
    private PutObjectOptions options;
    private PutObject put;
    private HeadObjectResult found;
    private boolean replaceOwn;
    private boolean ask;
    private int sent;

    Upload(Engine engine, S3Config config, Capabilities capabilities) {
        this.engine = engine;
        this.config = config;
        this.capabilities = capabilities;
        this.digests = new BodyDigests(config.checksum);
        this.comparison = new Comparison(this.digests, config.etagIsMd5);
        this.fixedSigned = config.bodyMode == BodyMode.SIGNED
                || BodyMode.isChunked(config.bodyMode) && !config.endpoint.secure;
        this.fixed = new FixedPayload(this.digests, this.fixedSigned);
        this.chunked = !BodyMode.isChunked(config.bodyMode) ? null
                : new AwsChunkedPayload(this.digests, config.bodyMode, config.chunkBytes,
                        config.transferEncodingChunked);
    }

    /** Uploads an object; see {@link S3Client#putObject}. */
    PutObjectResult run(String newKey, Body newBody, PutObjectOptions newOptions) throws IOException {
        this.key = newKey;
        this.what = "PutObject " + newKey;
        this.body = newBody;
        this.options = newOptions;
        this.digests.forget();
        this.put = new PutObject(newKey, newOptions, this.digests, this.config.checksum);
        this.replaceOwn = false;
        this.sent = 0;
        this.engine.begin();
        this.ask = newOptions.createOnly && this.capabilities.has(Capabilities.NO_CONDITIONAL_WRITES);
        PutObjectResult result = null;
        while (result == null) {
            result = this.ask ? settle() : null;
            if (result == null) {
                result = attempt();
            }
        }
        this.engine.succeeded();
        return result;
    }

    /** Sends the object once; null if it has to be looked for. */
    private PutObjectResult attempt() throws IOException {
        boolean aws = this.chunked != null && !this.capabilities.has(Capabilities.NO_AWS_CHUNKED);
        boolean checksumHeader = this.config.checksum == Checksum.CONTENT_MD5
                || this.config.checksum != Checksum.NONE && !(aws && BodyMode.hasTrailer(this.config.bodyMode));
        boolean signed = this.fixedSigned && !aws;
        if (checksumHeader || signed) {
            learn(signed);
        }
        this.fixed.set(this.body);
        if (aws) {
            this.chunked.set(this.body);
        }
        boolean conditional = this.options.createOnly && !this.replaceOwn
                && !this.capabilities.has(Capabilities.NO_CONDITIONAL_WRITES);
        this.put.set(aws ? this.chunked : this.fixed, conditional, checksumHeader);
        this.sent++;
        if (this.engine.attempt(this.put)) {
            return verify(aws);
        }
        return recover(aws, conditional);
    }

    /** Makes sure that MD5 and check sum of the body are known, and its SHA-256 if {@code withSha}. */
    private void learn(boolean withSha) throws IOException {
        if (!this.digests.known(withSha)) {
            this.digests.readAll(this.body, this.reader, this.engine.scratch(), withSha);
        }
    }

    /** Reacts to a failed attempt; the object may be there nevertheless. */
    private PutObjectResult recover(boolean aws, boolean conditional) throws IOException {
        Failure failure = this.engine.failure();
        this.ask = false;
        if (failure.status == 412 && conditional) {
            return settleConflict();
        }
        if (conditional && failure.status == 501 && !(aws && isAboutFraming(failure))) {
            this.capabilities.add(Capabilities.NO_CONDITIONAL_WRITES);
            this.ask = true;
            return null;
        }
        if (aws && isAboutFraming(failure)) {
            this.capabilities.add(Capabilities.NO_AWS_CHUNKED);
            return null;
        }
        boolean unclear = failure.isUnclear();
        try {
            this.engine.recover(this.what);
            this.ask = unclear;
            return null;
        } catch (S3Exception e) {
            PutObjectResult late = unclear ? lastLook() : null;
            if (late == null) {
                throw e;
            }
            return late;
        }
    }

    /** Returns whether a store means the aws-chunked coding, which it has not taken before, when it refuses. */
    private boolean isAboutFraming(Failure failure) {
        if (failure.status == 501) {
            return !"If-None-Match".equalsIgnoreCase(failure.document.header)
                    && failure.document.message.indexOf("If-None-Match") < 0;
        }
        String code = failure.code();
        return !this.capabilities.has(Capabilities.AWS_CHUNKED_VERIFIED)
                && (failure.status == 411 || code.equals("InvalidArgument") || code.equals("InvalidRequest")
                        || code.equals("XAmzContentSHA256Mismatch") || code.equals("NotImplemented"));
    }

    /** The condition does not hold: an object is there, from an earlier attempt or from somebody else. */
    private PutObjectResult settleConflict() throws IOException {
        PutObjectResult result = settle();
        if (result == null) {
            this.engine.failure().action = RetryAction.RETRY;
            this.engine.recover(this.what);
        }
        return result;
    }

    /** Looks for the object after the last attempt. */
    private PutObjectResult lastLook() throws IOException {
        return look() == SAME ? there() : null;
    }

    /**
     * Decides by HEAD what an unclear attempt has left.
     *
     * @return null if the object must be sent (again).
     */
    private PutObjectResult settle() throws IOException {
        int state = look();
        while (state == UNKNOWN && this.engine.failure().action == RetryAction.RETRY) {
            this.engine.recover(this.what);
            state = look();
        }
        if (state == DIFFERENT && this.options.createOnly && !this.replaceOwn) {
            throw new S3Exception(this.what + ": another object of " + this.found.length + " bytes is there already", 412,
                    "PreconditionFailed", null, null, false, null);
        }
        return state == SAME ? there() : null;
    }

    private PutObjectResult there() {
        int by = this.comparison.verification(this.found.etag, this.found.kms, this.found.crc32);
        return new PutObjectResult(this.found.etag, by, this.sent, true, null);
    }

    /** Asks for the object once, and compares it with the body. */
    private int look() throws IOException {
        HeadObject head = new HeadObject(this.key, this.digests.checksumHeader() != null);
        if (!this.engine.attempt(head)) {
            return missing() ? MISSING : UNKNOWN;
        }
        this.found = head.result();
        if (this.found.length != this.body.length()) {
            return DIFFERENT;
        }
        learn(false);
        return this.comparison.isOther(this.found.etag, this.found.kms, this.found.crc32) ? DIFFERENT : SAME;
    }

    private boolean missing() {
        boolean missing = this.engine.failure().status == 404;
        if (missing) {
            this.engine.forgive();
        }
        return missing;
    }

    /** Compares what the store said about the object it took with what was sent; asks by HEAD if it said nothing. */
    private PutObjectResult verify(boolean aws) throws IOException {
        int by = this.comparison.verification(this.put.etag(), this.put.encrypted(), this.put.checksumEcho());
        boolean ask = by == PutObjectResult.BY_SIZE || aws && !this.capabilities.has(Capabilities.AWS_CHUNKED_VERIFIED);
        boolean other = this.comparison.isOther(this.put.etag(), this.put.encrypted(), this.put.checksumEcho());
        if (!other && !ask) {
            return new PutObjectResult(this.put.etag(), by, this.sent, false, this.put.requestId());
        }
        return other ? mismatch(aws) : ask(aws, by);
    }

    /** Asks for the object just sent, until the store answers or refuses to. */
    private PutObjectResult ask(boolean aws, int by) throws IOException {
        int state = look();
        while (state == UNKNOWN && this.engine.failure().action == RetryAction.RETRY) {
            this.engine.recover(this.what);
            state = look();
        }
        if (state == MISSING) {
            this.engine.failure().action = RetryAction.RETRY;
            this.engine.recover(this.what);
            return null;
        }
        if (state == DIFFERENT) {
            return differs(aws);
        }
        if (aws && state == SAME) {
            this.capabilities.add(Capabilities.AWS_CHUNKED_VERIFIED);
        }
        int known = state == UNKNOWN && by == PutObjectResult.BY_SIZE ? PutObjectResult.BY_STATUS : by;
        return new PutObjectResult(this.put.etag(), known, this.sent, false, this.put.requestId());
    }

    private PutObjectResult mismatch(boolean aws) throws IOException {
        this.found = null;
        look();
        return differs(aws);
    }

    /** The store has other bytes: the framing of aws-chunked, if it does not know it, or something worse. */
    private PutObjectResult differs(boolean aws) throws S3Exception {
        if (aws && this.found != null && this.found.length != this.body.length()) {
            this.capabilities.add(Capabilities.NO_AWS_CHUNKED);
            this.replaceOwn = true;
            return null;
        }
        throw new S3Exception(this.what + ": ETag or check sum of the stored object is not that of the bytes sent; see "
                + "etagIsMd5 for stores whose ETag is no MD5", 200, "ETagMismatch", this.put.requestId(), null, false,
                null);
    }

    /**
     * Sends one part of an upload in parts, as often as needed.
     *
     * @return its ETag.
     */
    String sendPart(String partKey, String uploadId, int number, Body part) throws IOException {
        String text = "UploadPart " + number + " of " + partKey;
        this.body = part;
        this.digests.forget();
        if (this.fixedSigned) {
            learn(true);
        }
        this.fixed.set(part);
        UploadPart operation = new UploadPart(partKey, uploadId, number, this.fixed);
        this.engine.run(operation, text);
        String etag = operation.etag();
        if (etag == null || this.comparison.isOther(etag, operation.encrypted(), null)) {
            throw new S3Exception(text + ": ETag is not that of the bytes sent", 200, "ETagMismatch", null, null, true,
                    null);
        }
        this.engine.succeeded();
        return etag;
    }

    /** Returns whether a part that the store has is this one, as far as its ETag tells. */
    boolean isSame(Body part, String etag) throws IOException {
        this.body = part;
        this.digests.forget();
        learn(false);
        return !this.comparison.isOther(etag, false, null);
    }
}
