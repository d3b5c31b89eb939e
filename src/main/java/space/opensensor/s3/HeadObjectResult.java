package space.opensensor.s3;

/** Size and check sums of an object. */
public final class HeadObjectResult {

    final long length;
    final String etag;
    final String crc32;
    final boolean kms;

    HeadObjectResult(long length, String etag, String crc32, boolean kms) {
        this.length = length;
        this.etag = etag;
        this.crc32 = crc32;
        this.kms = kms;
    }

    /** @return bytes; -1 if the store did not say. */
    public long length() {
        return this.length;
    }

    /** @return the ETag without quotes; null if the store gave none. */
    public String etag() {
        return this.etag;
    }

    /** @return the stored CRC-32 or CRC-32C, Base64; null if there is none, or the client uses no such check sum. */
    public String checksum() {
        return this.crc32;
    }
}
