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

    private final S3Config config;
    private final CredentialsProvider provider;
    private final PresignedUrls urls;
    private final StoreState store;
    private final Recovery recovery;
    private final HttpClient http;
    private final S3Request request;
    private final Signer signer = new Signer("s3");
    private final SignedExchange exchange;
    private final byte[] scratch;
    private final XmlReader xml;
    private final Failure failure = new Failure();

    /** @param provider null if {@code urls} is not. */
    Engine(S3Config config, Connector connector, CredentialsProvider provider, PresignedUrls urls, TimeSource time,
            Sleeper sleeper, Random random) {
        this.config = config;
        this.provider = provider;
        this.urls = urls;
        this.store = new StoreState(config, time);
        int sendBytes = Math.max(AwsChunked.bufferBytes(config.chunkBytes), config.requestHeadBytes + HEAD_EXTRA_BYTES);
        HttpLimits limits = new HttpLimits(config.readTimeoutMillis, config.totalTimeoutMillis, config.idleMillis);
        this.http = new HttpClient(connector, limits, new SystemTicker(), sendBytes, FIELDS);
        this.recovery = new Recovery(config, provider, this.store, this.http, sleeper, random);
        this.scratch = this.http.buffer();
        this.xml = new XmlReader(this.scratch);
        this.request = new S3Request(config.requestHeadBytes);
        this.exchange = new SignedExchange(this.request, this.signer);
        if (urls != null) {
            this.request.withoutAmzHeaders();
        }
    }

    Failure failure() {
        return this.failure;
    }

    byte[] scratch() {
        return this.scratch;
    }

    void trace(SigningTrace trace) {
        this.signer.trace(trace);
    }

    void close() {
        this.http.close();
    }

    /** Takes back one failure: it was an answer. */
    void forgive() {
        this.recovery.state().attempts--;
    }

    /** Starts an operation: failures are counted from here. */
    void begin() {
        this.recovery.state().begin();
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
        succeeded();
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
        this.recovery.state().attempts += success ? 0 : 1;
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
        long now = this.store.now();
        Credentials credentials = this.provider.credentials(now);
        Payload payload = operation.payload();
        this.request.begin(operation.method(), this.config.addressing == S3Config.PATH_STYLE ? this.config.bucket : null,
                operation.key());
        this.request.header("host", this.store.endpoint().authority());
        operation.build(this.request);
        payload.announce(this.request);
        if (credentials != null) {
            this.signer.addHeaders(this.request, credentials, now);
            this.signer.sign(this.request, credentials, this.store.region(), now);
        }
        this.request.requireComplete();
        this.exchange.set(this.store.endpoint(), credentials, payload, this.config.expectContinue);
    }

    /** Prepares an operation whose permission is in its URL. */
    private void preparePresigned(Operation operation) throws IOException {
        if (operation.key() == null || operation.method().equals("POST")) {
            throw new IllegalStateException("presigned URLs are for single objects: listing and parts need credentials");
        }
        String url = this.urls.url(operation.method(), operation.key());
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        if (slash < 0 || url.length() - slash > this.config.requestHeadBytes) {
            throw new HttpException("presigned URL has no path, or more than " + this.config.requestHeadBytes
                    + " bytes: see requestHeadBytes");
        }
        Endpoint target = endpoint(url.substring(0, slash));
        this.request.begin(operation.method(), null, null);
        this.request.header("host", target.authority());
        operation.build(this.request);
        operation.payload().announce(this.request);
        this.request.requireComplete();
        this.exchange.set(target, null, operation.payload(), this.config.expectContinue);
        this.exchange.presigned(url.substring(slash));
    }

    /** What comes from outside is no argument of the caller. */
    private static Endpoint endpoint(String url) throws HttpException {
        try {
            return Endpoint.parse(url);
        } catch (IllegalArgumentException e) {
            throw new HttpException("presigned URL: " + e.getMessage());
        }
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
        if (this.failure.status == 403 && this.failure.code().length() == 0
                && this.store.isSkewed(this.failure.serverTime)) {
            this.failure.action = RetryAction.CORRECT_CLOCK;
        }
        if (operation.method().equals("HEAD") && this.failure.status == 400 && this.failure.region != null
                && !this.failure.region.equals(this.store.region())) {
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
            if (this.exchange.isSecretIn(document.message)) {
                document.message = "";
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
     * Prepares another attempt after the failure of the last one; see {@link Recovery#recover}.
     *
     * @throws S3Exception if another attempt makes no sense or none is left.
     */
    void recover(String what) throws S3Exception {
        this.recovery.recover(this.failure, what);
    }

    /** An operation has come to its end: the budget of repetitions grows again. */
    void succeeded() {
        this.recovery.state().succeeded();
    }

    /** Makes a URL; see {@link S3Client#presign}. */
    String presign(String method, String key, int expiresSeconds) throws IOException {
        long now = this.store.now();
        Credentials credentials = this.provider == null ? null : this.provider.credentials(now);
        if (credentials == null) {
            throw new IllegalStateException("a presigned URL needs credentials");
        }
        this.request.begin(method, this.config.addressing == S3Config.PATH_STYLE ? this.config.bucket : null, key);
        this.request.header("host", this.store.endpoint().authority());
        this.request.payloadHash(S3Request.UNSIGNED_PAYLOAD);
        return PresignedUrl.of(this.request, this.store.endpoint(), this.signer, credentials, this.store.region(), now,
                expiresSeconds);
    }
}
