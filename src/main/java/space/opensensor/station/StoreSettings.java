package space.opensensor.station;

import space.opensensor.s3.BodyMode;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.Stores;
import space.opensensor.spool.SpoolConfig;

/** What a {@link StationConfig} means to the S3 client and to the spool. */
public final class StoreSettings {

    private static final int PRESET = 0;
    private static final int PATH = 2;
    private static final int AWS_CHUNKED = 1;

    private static final int CLUSTER = 4096;
    private static final int SEGMENT_BYTES = 2 * CLUSTER;
    /** What the files of a large window may take of the reserve; if they take more, it is split. */
    private static final int MOST_RESERVE = 12 * CLUSTER;

    /** Stands for the bucket of presigned URLs, which name it themselves. */
    private static final String PRESIGNED = "presigned";

    private StoreSettings() {
    }

    /**
     * Makes the configuration of the S3 client: that of the preset, with endpoint, addressing and upload as they are set.
     * With a broker, whose URLs say where the bucket is, that of the broker's host.
     *
     * @throws IllegalArgumentException if endpoint, region, bucket or broker is not allowed, or the preset needs an endpoint
     *         and none is set; names it.
     */
    public static S3Config s3(StationConfig config) {
        if (config.number(StationConfig.CREDENTIALS) == StationConfig.FROM_BROKER) {
            return new S3Config(origin(config.text(StationConfig.BROKER)), config.text(StationConfig.REGION), PRESIGNED);
        }
        boolean chunked = config.number(StationConfig.UPLOAD) == AWS_CHUNKED;
        S3Config s3 = preset(config).bodyMode(chunked ? BodyMode.CHUNKED_SIGNED : BodyMode.UNSIGNED)
                .transferEncodingChunked(chunked);
        int addressing = config.number(StationConfig.ADDRESSING);
        if (addressing == PRESET) {
            return s3;
        }
        return s3.addressing(addressing == PATH ? S3Config.PATH_STYLE : S3Config.VIRTUAL_HOST);
    }

    /** Takes scheme and host out of the URL of a broker. */
    private static String origin(String url) {
        int slash = url.startsWith("https://") ? url.indexOf('/', 8) : -1;
        if (slash < 0) {
            throw new IllegalArgumentException("broker: \"" + url + "\" is not allowed; https://host[:port]/path is");
        }
        return url.substring(0, slash);
    }

    private static S3Config preset(StationConfig config) {
        String store = config.text(StationConfig.STORE);
        String endpoint = config.text(StationConfig.ENDPOINT);
        String region = config.text(StationConfig.REGION);
        String bucket = config.text(StationConfig.BUCKET);
        if (store.equals("custom")) {
            return new S3Config(endpoint, region, bucket);
        }
        boolean own = store.equals("r2") || store.equals("minio") || store.equals("ceph");
        if (own && endpoint.length() == 0) {
            throw new IllegalArgumentException("endpoint: must be set, as store is " + store);
        }
        S3Config s3 = Stores.config(store, store.equals("r2") ? account(endpoint) : own ? endpoint : region, bucket);
        return endpoint.indexOf("://") < 0 ? s3 : s3.endpoint(endpoint);
    }

    /** Takes the account out of {@code https://ACCOUNT.r2.cloudflarestorage.com}. */
    private static String account(String endpoint) {
        int start = endpoint.indexOf("://");
        start = start < 0 ? 0 : start + 3;
        int end = endpoint.indexOf('.', start);
        return endpoint.substring(start, end < 0 ? endpoint.length() : end);
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

    /** Makes the configuration of the spool: the files of a window fit into its reserve, and a cluster of the archive. */
    public static SpoolConfig spool(StationConfig config) {
        int files = Math.min(FileBytes.ofWindow(config) + CLUSTER - 1 & -CLUSTER, MOST_RESERVE);
        return new SpoolConfig().segmentBytes(SEGMENT_BYTES).reserveBytes(files + CLUSTER)
                .syncAppends(config.number(StationConfig.SYNC_READINGS))
                .syncMillis(config.number(StationConfig.SYNC_SECONDS) * 1000)
                .whenFull(config.number(StationConfig.WHEN_FULL) == 0 ? SpoolConfig.DROP_OLDEST
                        : SpoolConfig.REFUSE_NEWEST);
    }
}
