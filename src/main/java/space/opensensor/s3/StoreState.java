package space.opensensor.s3;

/** Where the store is, the region it wants and what its clock says: as configured, until the store says otherwise. */
final class StoreState {

    /** Milliseconds between device and store from which on the clock is taken for the reason of a refusal. */
    private static final long SKEW_MILLIS = 14L * 60 * 1000;

    /** Least change of the clock's correction that makes another attempt worthwhile, milliseconds. */
    private static final long SKEW_CHANGE_MILLIS = 10000;

    private final TimeSource time;
    private final String pathBucket;
    private Endpoint endpoint;
    private String region;
    private long clockOffset;

    StoreState(S3Config config, TimeSource time) {
        this.endpoint = config.bucketEndpoint();
        this.region = config.region;
        this.pathBucket = config.addressing == S3Config.PATH_STYLE ? config.bucket : null;
        this.time = time;
    }

    Endpoint endpoint() {
        return this.endpoint;
    }

    /** Returns the region requests are signed for. */
    String region() {
        return this.region;
    }

    /** Returns the time that signatures are dated with, corrected by what the store said. */
    long now() {
        return this.time.currentTimeMillis() + this.clockOffset;
    }

    /** Returns whether the store's clock is so far away that it refuses every signature. */
    boolean isSkewed(long serverTime) {
        return serverTime >= 0 && Math.abs(serverTime - now()) > SKEW_MILLIS;
    }

    /** Takes the store's time; returns whether that changed anything. */
    boolean correctClock(long serverTime) {
        if (serverTime < 0) {
            return false;
        }
        long offset = serverTime - this.time.currentTimeMillis();
        boolean changed = Math.abs(offset - this.clockOffset) > SKEW_CHANGE_MILLIS;
        this.clockOffset = offset;
        return changed;
    }

    /** Takes the region and host that a redirect names; returns whether that changed anything. */
    boolean redirect(Failure failure) {
        Endpoint moved = this.endpoint.redirected(this.region, failure.region, failure.location,
                withoutBucket(failure.document.endpoint));
        boolean changed = moved != this.endpoint || failure.region != null && !failure.region.equals(this.region);
        this.endpoint = moved;
        if (failure.region != null) {
            this.region = failure.region;
        }
        return changed;
    }

    /** Stores name the host of the bucket; with path style the bucket is in the path already. */
    private String withoutBucket(String host) {
        boolean named = host != null && this.pathBucket != null && host.startsWith(this.pathBucket + ".");
        return named ? host.substring(this.pathBucket.length() + 1) : host;
    }
}
