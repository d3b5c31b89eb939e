package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import space.opensensor.http.Connector;
import space.opensensor.http.HttpClient;
import space.opensensor.http.HttpException;
import space.opensensor.http.HttpLimits;
import space.opensensor.http.HttpResponse;
import space.opensensor.http.SystemTicker;

/** Sends operations, one attempt at a time, and knows what to do after an attempt that failed. Owns all buffers. */
final class Engine {

    /** Response fields that operations ask for. */
    static final String[] FIELDS = {"etag", "date", "age", "retry-after", "location", "x-amz-request-id", "x-amz-id-2",
            "x-amz-bucket-region", "x-amz-checksum-crc32", "x-amz-checksum-crc32c", "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-customer-algorithm", "content-range"};

    private static final int HEAD_EXTRA_BYTES = 1024;

    /** Milliseconds between device and store from which on the clock is taken for the reason of a refusal. */
    private static final long SKEW_MILLIS = 14L * 60 * 1000;

    /** Least change of the clock's correction that makes another attempt worthwhile, milliseconds. */
    private static final long SKEW_CHANGE_MILLIS = 10000;

    private final S3Config config;
    private final CredentialsProvider provider;
    private final PresignedUrls urls;
    private final TimeSource time;
    private final Sleeper sleeper;
    private final Random random;
    private final HttpClient http;
    private final S3Request request;
    private final Signer signer = new Signer("s3");
    private final SignedExchange exchange;
    private final byte[] scratch;
    private final XmlReader xml;
    private final Failure failure = new Failure();
    private final RetryState retry = new RetryState();
    private Endpoint endpoint;
    private String region;
    private long clockOffset;

    /** @param provider null if {@code urls} is not. */
    Engine(S3Config config, Connector connector, CredentialsProvider provider, PresignedUrls urls, TimeSource time,
            Sleeper sleeper, Random random) {
        this.config = config;
        this.provider = provider;
        this.urls = urls;
        this.time = time;
        this.sleeper = sleeper;
        this.random = random;
        this.endpoint = config.bucketEndpoint();
        this.region = config.region;
        int sendBytes = Math.max(AwsChunked.bufferBytes(config.chunkBytes), config.requestHeadBytes + HEAD_EXTRA_BYTES);
        HttpLimits limits = new HttpLimits(config.readTimeoutMillis, config.totalTimeoutMillis, config.idleMillis);
        this.http = new HttpClient(connector, limits, new SystemTicker(), sendBytes, FIELDS);
        this.scratch = this.http.buffer();
        this.xml = new XmlReader(this.scratch);
        this.request = new S3Request(config.requestHeadBytes);
        this.exchange = new SignedExchange(this.request, this.signer);
        if (urls != null) {
            this.request.withoutAmzHeaders();
        }
    }

    /** Returns the time that signatures are dated with, corrected by what stores said. */
    long now() {
        return this.time.currentTimeMillis() + this.clockOffset;
    }

    Failure failure() {
        return this.failure;
    }

    byte[] scratch() {
        return this.scratch;
    }

    void close() {
        this.http.close();
    }

    /** Takes back one failure: it was an answer. */
    void forgive() {
        this.retry.attempts--;
    }

    /** Starts an operation: failures are counted from here. */
    void begin() {
        this.retry.begin();
    }

    /**
     * Sends an operation until it succeeds.
     *
     * @param what for the text of the exception.
     * @throws S3Exception after the last attempt.
     */
    void run(Operation operation, String what) throws IOException {
        begin();
        while (!attempt(operation)) {
            recover(what);
        }
    }

    /**
     * Sends an operation once.
     *
     * @return whether it succeeded; if not, {@link #failure} says why.
     */
    boolean attempt(Operation operation) {
        boolean success = false;
        boolean begun = false;
        try {
            prepare(operation);
            begun = true;
            HttpResponse response = this.http.execute(this.exchange);
            success = answer(operation, response);
        } catch (ErrorAnswerException e) {
            this.failure.setAnswer(200);
        } catch (IOException e) {
            this.failure.set(e, begun && this.http.wasBegun(), begun && this.http.wasStale());
        }
        this.retry.attempts += success ? 0 : 1;
        if (!success && !this.http.isIdle()) {
            this.http.close();
        }
        return success;
    }

    private void prepare(Operation operation) throws IOException {
        if (this.urls != null) {
            preparePresigned(operation);
            return;
        }
        long now = now();
        Credentials credentials = this.provider.credentials(now);
        Payload payload = operation.payload();
        this.request.begin(operation.method(), this.config.addressing == S3Config.PATH_STYLE ? this.config.bucket : null,
                operation.key());
        this.request.header("host", this.endpoint.authority());
        operation.build(this.request);
        payload.announce(this.request);
        if (credentials != null) {
            this.signer.addHeaders(this.request, credentials, now);
            this.signer.sign(this.request, credentials, this.region, now);
        }
        this.request.requireComplete();
        this.exchange.set(this.endpoint, credentials, payload, this.config.expectContinue);
    }

    /** Prepares an operation whose permission is in its URL. */
    private void preparePresigned(Operation operation) throws IOException {
        if (operation.key() == null || operation.method().equals("POST")) {
            throw new IllegalStateException("presigned URLs are for single objects: listing and parts need credentials");
        }
        String url = this.urls.url(operation.method(), operation.key());
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        if (slash < 0 || url.length() - slash > this.config.requestHeadBytes) {
            throw new IllegalArgumentException("presigned URL has no path, or more than " + this.config.requestHeadBytes
                    + " bytes: see requestHeadBytes");
        }
        Endpoint target = Endpoint.parse(url.substring(0, slash));
        this.request.begin(operation.method(), null, null);
        this.request.header("host", target.authority());
        operation.build(this.request);
        operation.payload().announce(this.request);
        this.request.requireComplete();
        this.exchange.set(target, null, operation.payload(), this.config.expectContinue);
        this.exchange.presigned(url.substring(slash));
    }

    private boolean answer(Operation operation, HttpResponse response) throws IOException {
        InputStream body = this.http.body();
        boolean success = response.status() >= 200 && response.status() < 300 && !response.early();
        if (success) {
            this.failure.document.clear();
            this.xml.open(body, Long.MAX_VALUE);
            operation.receive(response, body, this.scratch);
            drain(body);
        } else {
            readError(body);
            this.failure.set(response);
            correctAction(operation);
        }
        return success;
    }

    /** A refusal without a document, as HEAD gets it, is the clock's fault if the store's clock says so. */
    private void correctAction(Operation operation) {
        if (this.failure.status == 403 && this.failure.code().length() == 0 && this.failure.serverTime >= 0
                && Math.abs(this.failure.serverTime - now()) > SKEW_MILLIS) {
            this.failure.action = RetryAction.CORRECT_CLOCK;
        }
        if (operation.method().equals("HEAD") && this.failure.status == 400 && this.failure.region != null
                && !this.failure.region.equals(this.region)) {
            this.failure.action = RetryAction.CHANGE_REGION;
        }
    }

    private void readError(InputStream body) {
        ErrorDocument document = this.failure.document;
        document.clear();
        try {
            this.xml.open(body, ErrorDocument.MAX_BYTES);
            if (this.xml.next() == XmlReader.START && this.xml.is("Error")) {
                document.readRest(this.xml);
            }
            drain(body);
        } catch (IOException e) {
            this.http.close();
        }
    }

    private void drain(InputStream body) throws IOException {
        for (int left = ErrorDocument.MAX_BYTES; left > 0;) {
            int count = body.read(this.scratch, 0, this.scratch.length);
            if (count < 0) {
                return;
            }
            left -= count;
        }
        throw new HttpException("response body is longer than its document");
    }

    /**
     * Reads the root element of an answer's document.
     *
     * @return the reader, positioned inside the root.
     * @throws ErrorAnswerException if the root is {@code Error}: {@link #failure} holds it.
     */
    XmlReader document(InputStream body, String root, long limit) throws IOException {
        this.xml.open(body, limit);
        if (this.xml.next() != XmlReader.START) {
            throw new HttpException("response has no document");
        }
        if (this.xml.is("Error")) {
            this.failure.document.clear();
            this.failure.document.readRest(this.xml);
            throw new ErrorAnswerException();
        }
        if (!this.xml.is(root)) {
            throw new HttpException("response has another document than " + root);
        }
        return this.xml;
    }

    /**
     * Does what the failure of the last attempt asks for: waits, or corrects clock, credentials or region.
     *
     * @param what for the text of the exception.
     * @throws S3Exception if another attempt makes no sense or none is left.
     */
    void recover(String what) throws S3Exception {
        boolean again = this.retry.attempts < this.config.maxAttempts && this.retry.budget > 0 && mayRepeat();
        if (!again) {
            throw this.failure.exception(what, this.retry.attempts);
        }
    }

    private boolean mayRepeat() {
        switch (this.failure.action) {
        case RetryAction.RETRY:
            return pause();
        case RetryAction.RETRY_ONCE:
            return this.retry.repeatDamaged() && pause();
        case RetryAction.CORRECT_CLOCK:
            return this.retry.correctClock() && correctClock();
        case RetryAction.REFRESH_CREDENTIALS:
            if (this.provider != null) {
                this.provider.expired();
            }
            return this.retry.refreshCredentials();
        case RetryAction.CHANGE_REGION:
            return this.retry.changeRegion() && changeRegion();
        default:
            return false;
        }
    }

    /** Waits on a closed connection; a kept connection that was closed meanwhile is replaced at once. */
    private boolean pause() {
        this.http.close();
        if (this.failure.stale && this.retry.replaceConnection()) {
            return true;
        }
        long delay = FullJitter.delay(this.random, this.retry.pauses++, this.config.baseDelayMillis,
                this.config.maxDelayMillis);
        this.retry.budget--;
        try {
            this.sleeper.sleep(Math.max(delay, Math.min(this.failure.retryAfterMillis, this.config.maxDelayMillis)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean correctClock() {
        if (this.failure.serverTime < 0) {
            return false;
        }
        long offset = this.failure.serverTime - this.time.currentTimeMillis();
        boolean changed = Math.abs(offset - this.clockOffset) > SKEW_CHANGE_MILLIS;
        this.clockOffset = offset;
        return changed;
    }

    private boolean changeRegion() {
        Endpoint moved = this.endpoint.redirected(this.region, this.failure.region, this.failure.location,
                this.failure.document.endpoint);
        boolean changed = moved != this.endpoint
                || this.failure.region != null && !this.failure.region.equals(this.region);
        this.endpoint = moved;
        if (this.failure.region != null) {
            this.region = this.failure.region;
        }
        this.http.close();
        return changed;
    }

    /** An operation has come to its end: the budget of repetitions grows again. */
    void succeeded() {
        this.retry.succeeded();
    }

    /** Makes a URL; see {@link S3Client#presign}. */
    String presign(String method, String key, int expiresSeconds) throws IOException {
        long now = now();
        Credentials credentials = this.provider == null ? null : this.provider.credentials(now);
        if (credentials == null) {
            throw new IllegalStateException("a presigned URL needs credentials");
        }
        this.request.begin(method, this.config.addressing == S3Config.PATH_STYLE ? this.config.bucket : null, key);
        this.request.header("host", this.endpoint.authority());
        this.request.payloadHash(S3Request.UNSIGNED_PAYLOAD);
        return PresignedUrl.of(this.request, this.endpoint, this.signer, credentials, this.region, now, expiresSeconds);
    }

    /** Returns an ETag without its quotes; null if there is none. */
    static String unquoted(String etag) {
        int length = etag == null ? 0 : etag.length();
        boolean quoted = length >= 2 && etag.charAt(0) == '"' && etag.charAt(length - 1) == '"';
        return quoted ? etag.substring(1, length - 1) : etag;
    }

    /** Returns the region requests are signed for. */
    String region() {
        return this.region;
    }
}
