package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.bytes.Hex;
import space.opensensor.crypto.Md5;

/**
 * Uploads an object in parts, for content of unknown length or too long for one request. Resumes from key and upload id
 * alone: the store says which parts it has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart upload</a>
 */
final class MultipartUpload {

    private final Engine engine;
    private final Upload upload;
    private final S3Config config;
    private final String[] etags;
    private final long[] sizes;
    private String key;
    private String uploadId;
    private int count;
    private long length;

    /** @param maxParts 1 to 10,000. */
    MultipartUpload(Engine engine, Upload upload, S3Config config, int maxParts) {
        Require.range("parts", maxParts, 1, ListParts.MAX_PARTS);
        this.engine = engine;
        this.upload = upload;
        this.config = config;
        this.etags = new String[maxParts];
        this.sizes = new long[maxParts];
    }

    /** Uploads or resumes; see {@link S3Client#putParts}. */
    PutObjectResult run(String newKey, String resumeId, PartSource source, PutObjectOptions options,
            UploadIdListener listener) throws IOException {
        this.key = newKey;
        this.uploadId = resumeId;
        if (resumeId == null || !listParts()) {
            create(options, listener);
        }
        try {
            sendParts(source);
            PutObjectResult result = complete(options.createOnly);
            tell(listener, null);
            return result;
        } catch (S3Exception e) {
            if (!e.retryable() && e.status() != 0) {
                abort();
                tell(listener, null);
            }
            throw e;
        }
    }

    private static void tell(UploadIdListener listener, String uploadId) throws IOException {
        if (listener != null) {
            listener.uploadId(uploadId);
        }
    }

    private void create(PutObjectOptions options, UploadIdListener listener) throws IOException {
        CreateMultipartUpload create = new CreateMultipartUpload(this.engine, this.key, options);
        this.engine.run(create, "CreateMultipartUpload " + this.key);
        this.uploadId = create.uploadId();
        tell(listener, this.uploadId);
    }

    /** Learns which parts are there; false if the store no longer knows the upload. */
    private boolean listParts() throws IOException {
        ListParts list = new ListParts(this.engine, this.key, this.uploadId, this.etags, this.sizes);
        try {
            do {
                this.engine.run(list, "ListParts " + this.key);
            } while (list.truncated());
            return true;
        } catch (S3Exception e) {
            if (e.status() != 404) {
                throw e;
            }
            return false;
        }
    }

    private void sendParts(PartSource source) throws IOException {
        this.count = 0;
        this.length = 0;
        Body part = source.part(1);
        for (; part != null; part = source.part(this.count + 1)) {
            if (this.count == this.etags.length) {
                throw new IllegalArgumentException("content has more than " + this.count + " parts");
            }
            int index = this.count++;
            boolean there = this.etags[index] != null && this.sizes[index] == part.length()
                    && this.upload.isSame(part, this.etags[index]);
            if (!there) {
                this.etags[index] = this.upload.sendPart(this.key, this.uploadId, this.count, part);
                this.sizes[index] = part.length();
            }
            this.length += part.length();
        }
        if (this.count == 0) {
            throw new IllegalArgumentException("content has no parts: an empty object needs no upload in parts");
        }
    }

    private PutObjectResult complete(boolean createOnly) throws IOException {
        CompleteMultipartUpload complete = new CompleteMultipartUpload(this.engine, this.key, this.uploadId, this.etags,
                this.count, createOnly);
        try {
            this.engine.run(complete, "CompleteMultipartUpload " + this.key);
            return new PutObjectResult(complete.etag(), PutObjectResult.BY_MD5, this.count, false, null);
        } catch (S3Exception e) {
            boolean mayBeThere = e.status() == 404 || e.status() == 412 || e.retryable();
            HeadObjectResult found = mayBeThere ? find() : null;
            if (found == null) {
                throw e;
            }
            return new PutObjectResult(found.etag, PutObjectResult.BY_MD5, this.count, true, e.requestId());
        }
    }

    /** Returns the object if it has the length and the ETag that the parts give. */
    private HeadObjectResult find() throws IOException {
        HeadObject head = new HeadObject(this.key, false);
        if (!this.engine.attempt(head)) {
            return null;
        }
        HeadObjectResult found = head.result();
        String expected = expectedEtag();
        boolean same = found.length == this.length
                && (expected == null || !this.config.etagIsMd5 || expected.equals(found.etag));
        return same ? found : null;
    }

    /** Returns MD5 of the parts' MD5s, hyphen, number of parts; null if the parts' ETags are no MD5s. */
    private String expectedEtag() {
        Md5 md5 = Md5.create();
        for (int i = 0; i < this.count && md5 != null; i++) {
            if (!Etag.looksLikeMd5(this.etags[i])) {
                return null;
            }
            byte[] part = Hex.decode(this.etags[i]);
            md5.update(part, 0, part.length);
        }
        if (md5 == null) {
            return null;
        }
        byte[] digest = new byte[Md5.DIGEST_BYTES];
        md5.digest(digest, 0);
        return Hex.encode(digest) + "-" + this.count;
    }

    /** Lets the store forget the parts; if that fails, a life cycle rule of the bucket has to. */
    void abort() {
        this.engine.begin();
        this.engine.attempt(new AbortMultipartUpload(this.key, this.uploadId));
    }
}
