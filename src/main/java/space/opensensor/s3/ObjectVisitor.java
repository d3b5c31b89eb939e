package space.opensensor.s3;

/** Receives the objects of a listing, one by one in the store's order. */
public interface ObjectVisitor {

    /**
     * Called once per object.
     *
     * @param key as it was given at upload.
     * @param size bytes.
     * @param etag without quotes; null if the store gave none.
     */
    void object(String key, long size, String etag);
}
