package space.opensensor.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import space.opensensor.station.StationConfig;

/** Which bucket of which store, and settings of the station by their names. */
final class StoreFlags {

    /** The value of {@code --s3} for the server in this process. */
    static final String EMBEDDED = "embedded";

    /** An endpoint of AWS names its region. */
    private static final Pattern AWS_HOST = Pattern.compile(
            "s3\\.(?:dualstack\\.)?([a-z]+-[a-z-]+-\\d)\\.amazonaws\\.com");

    /** Where the bucket stands in a URL. */
    static final class Addressing {
        @Option(names = "--path-style", description = "Bucket in the path. Default for addresses and localhost.")
        private boolean path;

        @Option(names = "--virtual-host", description = "Bucket in the host name. Default for host names.")
        private boolean virtualHost;
    }

    @Option(names = "--store", paramLabel = "PRESET",
            description = "Preset of a store, in place of or besides its URL: aws, r2, b2, gcs, minio, wasabi, hetzner,"
                    + " ceph, source.coop.")
    private String store;

    @Option(names = "--bucket", paramLabel = "NAME", description = "Default of the embedded server: readings.")
    private String bucket;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Put before every key, as it is.")
    private String prefix;

    @Option(names = "--region", paramLabel = "NAME",
            description = "Default: AWS_REGION or AWS_DEFAULT_REGION, else that of an AWS endpoint, else us-east-1.")
    private String region;

    @ArgGroup(exclusive = true)
    private Addressing addressing;

    @Option(names = "--set", paramLabel = "SETTING=VALUE",
            description = "Any other setting of the station; an unknown one lists them all.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /**
     * Puts everything but endpoint and credentials into a configuration.
     *
     * @throws Failure if a value is not allowed.
     */
    void apply(StationConfig config) {
        set(config, "region", this.region != null ? this.region : regionOfEnvironment());
        set(config, "store", this.store);
        set(config, "bucket", this.bucket);
        set(config, "prefix", this.prefix);
        if (this.addressing != null) {
            set(config, "addressing", this.addressing.path ? "path" : "virtual-host");
        }
        this.settings.forEach((name, value) -> set(config, name, value));
    }

    /** @return whether a preset is named. */
    boolean hasPreset() {
        return this.store != null;
    }

    /**
     * Points the configuration to a store and takes the credentials from the environment, as AWS's tools do.
     *
     * @param url null if the preset knows it.
     */
    void applyRemote(StationConfig config, String url) {
        if (url != null) {
            applyEndpoint(config, url);
        } else if (this.store == null) {
            throw Failure.usage("--s3: must be set unless --store is");
        }
        set(config, "access_key", required("AWS_ACCESS_KEY_ID"));
        set(config, "secret_key", required("AWS_SECRET_ACCESS_KEY"));
        set(config, "session_token", environment("AWS_SESSION_TOKEN"));
    }

    private void applyEndpoint(StationConfig config, String url) {
        set(config, "endpoint", url);
        String host = url.replaceFirst("^\\w+://", "").replaceFirst("[:/].*", "");
        Matcher aws = AWS_HOST.matcher(host);
        if (this.region == null && regionOfEnvironment() == null && aws.matches()) {
            set(config, "region", aws.group(1));
        }
        if (this.addressing == null && !this.settings.containsKey("addressing")
                && (host.matches("[0-9.]+") || host.equals("localhost"))) {
            set(config, "addressing", "path");
        }
    }

    /** Makes the configuration of a command that only talks to a store. */
    StationConfig remote(String url) {
        StationConfig config = new StationConfig();
        apply(config);
        applyRemote(config, url);
        try {
            config.validate();
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
        return config;
    }

    /** @return whether the command line asks for the bucket in the host name. */
    boolean isVirtualHost() {
        return this.addressing != null && this.addressing.virtualHost;
    }

    /** Sets a value that is not null. */
    static void set(StationConfig config, String name, String value) {
        if (value == null) {
            return;
        }
        if (StationConfig.indexOf(name) < 0) {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < StationConfig.count(); i++) {
                names.append(i == 0 ? "" : ", ").append(StationConfig.setting(i).name());
            }
            throw Failure.usage("--set: \"" + name + "\" is not a setting; allowed are " + names);
        }
        try {
            config.set(name, value);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
    }

    private static String regionOfEnvironment() {
        String region = environment("AWS_REGION");
        region = region.isEmpty() ? environment("AWS_DEFAULT_REGION") : region;
        return region.isEmpty() ? null : region;
    }

    private static String required(String name) {
        String value = environment(name);
        if (value.isEmpty()) {
            throw Failure.usage("The environment variable " + name + " must be set to use a store of your own");
        }
        return value;
    }

    /** A system property {@code station.env.NAME} goes before the environment: tests have no other way to set it. */
    private static String environment(String name) {
        String value = System.getProperty("station.env." + name, System.getenv(name));
        return value == null ? "" : value;
    }
}
