package space.opensensor.s3;

/**
 * Check sums that protect an upload besides the signature.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object
 *      integrity</a>
 */
public final class Checksum {

    /** None. */
    public static final int NONE = 0;

    /** {@code Content-MD5}: enforced by nearly every store. The body is read twice. */
    public static final int CONTENT_MD5 = 1;

    /** {@code x-amz-checksum-crc32}: as a header the body is read twice, as a trailer once. */
    public static final int CRC32 = 2;

    /** {@code x-amz-checksum-crc32c}: as a header the body is read twice, as a trailer once. */
    public static final int CRC32C = 3;

    private Checksum() {
    }
}
