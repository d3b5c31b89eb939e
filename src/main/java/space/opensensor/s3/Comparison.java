package space.opensensor.s3;

/** Compares what a store says about an object with what is known about the bytes sent. */
final class Comparison {

    private final BodyDigests digests;
    private final boolean etagIsMd5;

    Comparison(BodyDigests digests, boolean etagIsMd5) {
        this.digests = digests;
        this.etagIsMd5 = etagIsMd5;
    }

    /**
     * Returns whether the store's words mean other bytes than those sent.
     *
     * @param etag null if the store gave none.
     * @param encrypted whether the ETag cannot be an MD5.
     * @param checksum null if the store gave none.
     */
    boolean isOther(String etag, boolean encrypted, String checksum) {
        if (checksum != null && this.digests.checksumHeader() != null) {
            return !checksum.equals(this.digests.checksum());
        }
        return isMd5(etag, encrypted) && !this.digests.isMd5(etag);
    }

    /** Returns by what {@link #isOther} decides, as {@link PutObjectResult} names it. */
    int verification(String etag, boolean encrypted, String checksum) {
        return isMd5(etag, encrypted) ? PutObjectResult.BY_MD5
                : checksum != null && this.digests.checksumHeader() != null ? PutObjectResult.BY_CHECKSUM
                        : PutObjectResult.BY_SIZE;
    }

    private boolean isMd5(String etag, boolean encrypted) {
        return !encrypted && this.etagIsMd5 && this.digests.hasMd5() && Etag.looksLikeMd5(etag);
    }
}
