package space.opensensor.s3;

/** What became of an upload. */
public final class PutObjectResult {

    /** The store's ETag equals the MD5 of the bytes sent. */
    public static final int BY_MD5 = 1;

    /** The store repeated the check sum of the bytes sent. */
    public static final int BY_CHECKSUM = 2;

    /** HEAD showed an object of the right size; its ETag says nothing about its bytes. */
    public static final int BY_SIZE = 3;

    /** The store said yes, and does not let this client ask for the object. */
    public static final int BY_STATUS = 4;

    final String etag;
    final int verification;
    final int attempts;
    final boolean alreadyThere;
    final String requestId;

    PutObjectResult(String etag, int verification, int attempts, boolean alreadyThere, String requestId) {
        this.etag = etag;
        this.verification = verification;
        this.attempts = attempts;
        this.alreadyThere = alreadyThere;
        this.requestId = requestId;
    }

    /** @return the ETag without quotes; null if the store gave none. */
    public String etag() {
        return this.etag;
    }

    /** @return how it is known that the object has the bytes sent: see the constants. */
    public int verification() {
        return this.verification;
    }

    /** @return requests with this body that were sent, 0 or more. */
    public int attempts() {
        return this.attempts;
    }

    /** @return whether the object was found to be there, with these bytes, from this or an earlier upload. */
    public boolean alreadyThere() {
        return this.alreadyThere;
    }

    /** @return the store's id of the request that settled it; null if it gave none. */
    public String requestId() {
        return this.requestId;
    }
}
