package space.opensensor.simulator.s3;

/**
 * An object in a bucket.
 *
 * @param key its name.
 * @param bytes its length.
 * @param etag without quotes; empty if there is none.
 */
public record Stored(String key, long bytes, String etag) {
}
