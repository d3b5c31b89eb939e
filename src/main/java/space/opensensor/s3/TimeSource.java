package space.opensensor.s3;

/** The wall clock that signatures are dated with. */
public interface TimeSource {

    /** @return milliseconds since 1970-01-01 UTC; S3 allows 15 minutes of error. */
    long currentTimeMillis();
}
