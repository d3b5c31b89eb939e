package space.opensensor.device;

import java.util.Random;

import space.opensensor.http.Connector;
import space.opensensor.http.HttpLimits;
import space.opensensor.http.SystemTicker;
import space.opensensor.s3.CredentialsProvider;
import space.opensensor.s3.IotCredentials;
import space.opensensor.s3.PresignedBroker;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;
import space.opensensor.s3.ThreadSleeper;
import space.opensensor.s3.TimeSource;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** The S3 client of a configuration, with keys of its own, presigned URLs of a broker, or credentials of AWS IoT Core. */
public final class StoreClient {

    private static final int HTTPS = 443;
    private static final int READ_MILLIS = 30000;
    private static final int TOTAL_MILLIS = 60000;

    private StoreClient() {
    }

    /**
     * Makes a client; nothing is sent.
     *
     * @param config valid.
     * @param s3 how to talk to the store, see {@link StoreSettings#s3}.
     * @param connector reaches the store, the broker and AWS IoT Core; for the last with the certificate of the device.
     * @param time dates signatures.
     * @throws IllegalArgumentException if a setting is impossible; names it, shows no secret.
     */
    public static S3Client of(StationConfig config, S3Config s3, Connector connector, TimeSource time) {
        int source = config.number(StationConfig.CREDENTIALS);
        if (source == StationConfig.FROM_BROKER) {
            return new S3Client(s3, connector, broker(config, connector), time, new ThreadSleeper(), new Random());
        }
        CredentialsProvider credentials = source == StationConfig.FROM_IOT ? iot(config, connector)
                : new StaticCredentials(StoreSettings.credentials(config));
        return new S3Client(s3, connector, credentials, time);
    }

    private static HttpLimits limits() {
        return new HttpLimits(READ_MILLIS, TOTAL_MILLIS, 0);
    }

    private static PresignedBroker broker(StationConfig config, Connector connector) {
        String token = config.text(StationConfig.BROKER_TOKEN);
        return new PresignedBroker(config.text(StationConfig.BROKER), token.length() == 0 ? null : token, connector, limits(),
                new SystemTicker());
    }

    private static IotCredentials iot(StationConfig config, Connector connector) {
        String endpoint = config.text(StationConfig.IOT_ENDPOINT);
        int colon = endpoint.indexOf(':');
        try {
            int port = colon < 0 ? HTTPS : Integer.parseInt(endpoint.substring(colon + 1));
            return new IotCredentials(colon < 0 ? endpoint : endpoint.substring(0, colon), port,
                    config.text(StationConfig.IOT_ROLE), config.text(StationConfig.STATION), connector, limits(),
                    new SystemTicker());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "iot_endpoint: \"" + endpoint + "\" is not allowed; host or host:port is");
        }
    }
}
