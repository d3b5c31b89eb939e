package space.opensensor.s3;

/**
 * Settings for stores by name: where they are, how the bucket is addressed and what they do not take. Facts and their
 * dates are in docs/s3.md.
 */
public final class Stores {

    /** Names that {@link #config} knows. */
    private static final String[] NAMES = {"aws", "r2", "b2", "gcs", "minio", "wasabi", "hetzner", "ceph", "source.coop"};

    private Stores() {
    }

    /** @return the names, comma separated, for help texts. */
    public static String names() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NAMES.length; i++) {
            text.append(i == 0 ? "" : ", ").append(NAMES[i]);
        }
        return text.toString();
    }

    /**
     * Returns the settings of a bucket.
     *
     * @param store one of {@link #names()}.
     * @param place region; for r2 the account id; for minio and ceph a whole endpoint URL; any for gcs and
     *        source.coop, which have one place only.
     * @param bucket its name.
     * @throws IllegalArgumentException if the store is unknown or a value is not allowed.
     */
    public static S3Config config(String store, String place, String bucket) {
        if (store.equals("aws")) {
            return hosted("https://s3." + place + ".amazonaws.com", place, bucket);
        }
        if (store.equals("r2")) {
            return new S3Config("https://" + place + ".r2.cloudflarestorage.com", "auto", bucket)
                    .addressing(S3Config.PATH_STYLE).knowing(Capabilities.NO_AWS_CHUNKED);
        }
        if (store.equals("b2")) {
            return hosted("https://s3." + place + ".backblazeb2.com", place, bucket);
        }
        if (store.equals("gcs")) {
            return new S3Config("https://storage.googleapis.com", "auto", bucket).addressing(S3Config.PATH_STYLE)
                    .knowing(Capabilities.NO_AWS_CHUNKED);
        }
        if (store.equals("wasabi")) {
            return hosted("https://s3." + place + ".wasabisys.com", place, bucket);
        }
        if (store.equals("hetzner")) {
            return hosted("https://" + place + ".your-objectstorage.com", place, bucket);
        }
        if (store.equals("minio") || store.equals("ceph")) {
            return new S3Config(place, "us-east-1", bucket).addressing(S3Config.PATH_STYLE);
        }
        if (store.equals("source.coop")) {
            return hosted("https://s3.us-west-2.amazonaws.com", "us-west-2", bucket);
        }
        throw new IllegalArgumentException("store " + store + ": known are " + names());
    }

    /** Names with dots do not match the wildcard certificates of virtual hosts. */
    private static S3Config hosted(String endpoint, String region, String bucket) {
        boolean dotted = bucket != null && bucket.indexOf('.') >= 0;
        return new S3Config(endpoint, region, bucket).addressing(dotted ? S3Config.PATH_STYLE : S3Config.VIRTUAL_HOST);
    }
}
