package space.opensensor.station;

import space.opensensor.s3.BodyMode;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Config;
import space.opensensor.spool.SpoolConfig;

/** What a {@link StationConfig} means to the S3 client and to the spool. */
public final class StoreSettings {

    private static final int PATH = 2;
    private static final int AWS_CHUNKED = 1;

    private StoreSettings() {
    }

    /**
     * Makes the configuration of the S3 client.
     *
     * @throws IllegalArgumentException if endpoint, region or bucket is not allowed; names it.
     */
    public static S3Config s3(StationConfig config) {
        boolean path = config.number(StationConfig.ADDRESSING) == PATH;
        boolean chunked = config.number(StationConfig.UPLOAD) == AWS_CHUNKED;
        return new S3Config(config.text(StationConfig.ENDPOINT), config.text(StationConfig.REGION),
                config.text(StationConfig.BUCKET)).addressing(path ? S3Config.PATH_STYLE : S3Config.VIRTUAL_HOST)
                        .bodyMode(chunked ? BodyMode.CHUNKED_SIGNED : BodyMode.UNSIGNED)
                        .transferEncodingChunked(chunked);
    }

    /**
     * Makes the credentials.
     *
     * @throws IllegalArgumentException if a key is missing; shows none of them.
     */
    public static Credentials credentials(StationConfig config) {
        String token = config.text(StationConfig.SESSION_TOKEN);
        return new Credentials(config.text(StationConfig.ACCESS_KEY), config.text(StationConfig.SECRET_KEY),
                token.length() == 0 ? null : token, Credentials.NEVER);
    }

    /** Makes the configuration of the spool. */
    public static SpoolConfig spool(StationConfig config) {
        return new SpoolConfig().syncFrames(config.number(StationConfig.SYNC_READINGS))
                .whenFull(config.number(StationConfig.WHEN_FULL) == 0 ? SpoolConfig.DROP_OLDEST
                        : SpoolConfig.REFUSE_NEWEST);
    }
}
