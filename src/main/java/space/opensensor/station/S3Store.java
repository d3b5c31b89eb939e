package space.opensensor.station;

import java.io.IOException;

import space.opensensor.s3.Body;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.PutObjectResult;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Exception;

/** Stores objects in a bucket, with {@code If-None-Match: *}. */
public final class S3Store implements ObjectStore {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final PutObjectOptions options = new PutObjectOptions().createOnly(true);
    private int retries;

    /** @param client of the bucket; used by this store alone. */
    public S3Store(S3Client client) {
        this.client = client;
    }

    @Override
    public boolean store(String key, Body body) throws IOException {
        try {
            PutObjectResult result = this.client.putObject(key, body, this.options);
            if (result.etag() == null && result.verification() == PutObjectResult.BY_STATUS) {
                throw new NotTheStoreException(key);
            }
            this.retries += result.attempts() > 1 ? result.attempts() - 1 : 0;
            return true;
        } catch (S3Exception e) {
            if (e.status() == PRECONDITION_FAILED) {
                return false;
            }
            throw e;
        }
    }

    /** @return requests repeated in uploads that succeeded. */
    public int retries() {
        return this.retries;
    }
}
