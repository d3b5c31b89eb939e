package space.opensensor.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

import space.opensensor.http.Connector;

/**
 * One bucket of one store. All memory is allocated when the client is created; one thread at a time may use it.
 * <p>
 * Every method validates its arguments before the first byte goes out and throws {@link IllegalArgumentException} for
 * what is not allowed; {@link S3Exception} for what the store refused or what stayed unclear after the last attempt.
 */
public final class S3Client implements Closeable {

    private static final PutObjectOptions DEFAULTS = new PutObjectOptions();

    private final Engine engine;
    private final Capabilities capabilities = new Capabilities();
    private final Upload upload;
    private final S3Config config;
    private final boolean keyless;

    /**
     * Creates a client that waits by sleeping.
     *
     * @param config not changed afterwards.
     * @param connector opens connections.
     * @param credentials signs requests.
     * @param time dates signatures.
     * @throws IllegalArgumentException if settings contradict one another.
     */
    public S3Client(S3Config config, Connector connector, CredentialsProvider credentials, TimeSource time) {
        this(config, connector, credentials, time, new ThreadSleeper(), new Random());
    }

    /**
     * Creates a client.
     *
     * @param config not changed afterwards.
     * @param connector opens connections.
     * @param credentials signs requests.
     * @param time dates signatures.
     * @param sleeper waits between attempts.
     * @param random spreads the waits.
     * @throws IllegalArgumentException if settings contradict one another.
     */
    public S3Client(S3Config config, Connector connector, CredentialsProvider credentials, TimeSource time,
            Sleeper sleeper, Random random) {
        this(config, connector, credentials, null, time, sleeper, random);
    }

    /**
     * Creates a client that holds no key: every request goes to a presigned URL. Objects can be put, read, asked for
     * and deleted; listing and uploads in parts need credentials. Nothing is signed here, so no metadata and no check
     * sum headers but Content-MD5 can be sent.
     *
     * @param config not changed afterwards; bucket and endpoint are those of the URLs.
     * @param connector opens connections.
     * @param urls gives the URLs.
     * @param time tells the time.
     * @param sleeper waits between attempts.
     * @param random spreads the waits.
     * @throws IllegalArgumentException if the body mode is not {@link BodyMode#UNSIGNED} or the check sum is a CRC.
     */
    public S3Client(S3Config config, Connector connector, PresignedUrls urls, TimeSource time, Sleeper sleeper,
            Random random) {
        this(config, connector, null, urls, time, sleeper, random);
        if (config.bodyMode != BodyMode.UNSIGNED || config.checksum >= Checksum.CRC32) {
            throw new IllegalArgumentException("presigned URLs need body mode UNSIGNED and no CRC: the rest must be signed");
        }
    }

    private S3Client(S3Config config, Connector connector, CredentialsProvider credentials, PresignedUrls urls,
            TimeSource time, Sleeper sleeper, Random random) {
        config.requireConsistent();
        this.config = config;
        this.keyless = urls != null;
        this.capabilities.set(config.known);
        this.engine = new Engine(config, connector, credentials, urls, time, sleeper, random);
        this.upload = new Upload(this.engine, config, this.capabilities);
    }

    /**
     * Uploads an object so that it is there exactly once: retries what may be retried, asks with HEAD after an unclear
     * outcome, and verifies the result.
     *
     * @param key 1 to 1024 bytes of UTF-8, no segment being {@code .} or {@code ..}.
     * @param body read once per attempt; once more before the first if its SHA-256, MD5 or check sum goes in front.
     * @param options null for the defaults.
     * @throws IllegalArgumentException if the key is not allowed or the request head does not fit.
     * @throws S3Exception if the store refused, or it stayed unclear after the last attempt whether the object is
     *         there.
     */
    public PutObjectResult putObject(String key, Body body, PutObjectOptions options) throws IOException {
        if (this.keyless && options != null && options.metadataCount > 0) {
            throw new IllegalArgumentException("metadata cannot be sent with presigned URLs: it would have to be signed");
        }
        return this.upload.run(ObjectKey.require(key), body, options == null ? DEFAULTS : options);
    }

    /**
     * Asks for size and check sums of an object.
     *
     * @return null if there is no such object.
     * @throws S3Exception if the store refused or did not answer.
     */
    public HeadObjectResult headObject(String key) throws IOException {
        HeadObject head = new HeadObject(ObjectKey.require(key), this.config.checksum >= Checksum.CRC32);
        try {
            this.engine.run(head, "HeadObject " + key);
        } catch (S3Exception e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
        return head.result();
    }

    /**
     * Downloads an object or a range of it.
     *
     * @param first index of the first byte, 0 for all.
     * @param last index of the last byte; -1 for the end.
     * @param target receives the bytes in order, each once; not closed.
     * @return bytes written to {@code target}.
     * @throws S3Exception if the store refused or did not answer; part of the object may have been written.
     */
    public long getObject(String key, long first, long last, OutputStream target) throws IOException {
        if (first < 0 || last >= 0 && last < first) {
            throw new IllegalArgumentException("range " + first + " to " + last + " is empty or negative");
        }
        GetObject get = new GetObject(ObjectKey.require(key), first, last, target);
        this.engine.run(get, "GetObject " + key);
        return get.written();
    }

    /**
     * Deletes an object; it is no error if there is none.
     *
     * @throws S3Exception if the store refused or did not answer.
     */
    public void deleteObject(String key) throws IOException {
        this.engine.run(new DeleteObject(ObjectKey.require(key)), "DeleteObject " + key);
    }

    /**
     * Lists all objects whose keys begin with a prefix.
     *
     * @param prefix empty for all.
     * @param visitor called while the answer is read; must not use this client.
     * @return objects visited.
     * @throws S3Exception if the store refused or did not answer; objects may have been visited.
     */
    public int listObjects(String prefix, ObjectVisitor visitor) throws IOException {
        ListObjectsV2 list = new ListObjectsV2(this.engine, prefix, visitor);
        do {
            this.engine.run(list, "ListObjectsV2");
        } while (list.truncated());
        return list.visited();
    }

    /**
     * Makes a URL that allows one operation to whoever has it.
     *
     * @param method GET, PUT, HEAD or DELETE.
     * @param expiresSeconds 1 to 604,800 from now.
     * @throws IllegalArgumentException if method, key or expiry is not allowed.
     * @throws IOException if there are no credentials now.
     */
    public String presign(String method, String key, int expiresSeconds) throws IOException {
        if (!method.equals("GET") && !method.equals("PUT") && !method.equals("HEAD") && !method.equals("DELETE")) {
            throw new IllegalArgumentException("method " + method + ": allowed are GET, PUT, HEAD, DELETE");
        }
        return this.engine.presign(method, ObjectKey.require(key), expiresSeconds);
    }

    /**
     * Uploads an object in parts: content of unknown length, or longer than one request should be.
     *
     * @param uploadId of an upload that was interrupted; null to start a new one. One that the store no longer knows is
     *        replaced by a new one.
     * @param source gives the parts.
     * @param maxParts 1 to 10,000; memory for that many ETags is taken during the call.
     * @param options null for the defaults.
     * @param listener is told the upload id, to be kept for resuming; null if nobody keeps it.
     * @throws S3Exception if the store refused or did not answer. The parts stay and the upload can be resumed, unless
     *         the store refused for good a part or to make an object of them: then they were given up.
     * @throws IOException if the content cannot be read or the upload id not be kept.
     */
    public PutObjectResult putParts(String key, String uploadId, PartSource source, int maxParts,
            PutObjectOptions options, UploadIdListener listener) throws IOException {
        MultipartUpload multipart = new MultipartUpload(this.engine, this.upload, this.config, maxParts);
        return multipart.run(ObjectKey.require(key), uploadId, source, options == null ? DEFAULTS : options, listener);
    }

    /**
     * Gives up an upload in parts; the store forgets its parts.
     *
     * @throws S3Exception if the store refused or did not answer.
     */
    public void abortMultipartUpload(String key, String uploadId) throws IOException {
        this.engine.run(new AbortMultipartUpload(ObjectKey.require(key), uploadId), "AbortMultipartUpload " + key);
    }

    /** @return what the store turned out not to do, to be kept over a restart; see {@link #capabilities(int)}. */
    public int capabilities() {
        return this.capabilities.bits();
    }

    /** @param bits what an earlier client of the same store has learnt. */
    public void capabilities(int bits) {
        this.capabilities.set(bits);
    }

    /**
     * Shows what is signed from now on, to find the reason of SignatureDoesNotMatch.
     *
     * @param trace null for nobody, as at first: then it costs nothing.
     */
    public void trace(SigningTrace trace) {
        this.engine.trace(trace);
    }

    /** Closes the connection that is kept for the next request; the client stays usable. */
    @Override
    public void close() {
        this.engine.close();
    }
}
