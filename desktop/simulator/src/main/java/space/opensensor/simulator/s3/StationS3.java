package space.opensensor.simulator.s3;

import javax.net.ssl.SSLSocketFactory;
import space.opensensor.device.StoreClient;
import space.opensensor.http.Connector;
import space.opensensor.http.SocketConnector;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.TimeSource;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** The station's S3 client on a desktop. */
public final class StationS3 {

    private static final int ATTEMPTS = 4;
    private static final int FIRST_DELAY_MILLIS = 200;
    private static final int LONGEST_DELAY_MILLIS = 5000;

    private StationS3() {
    }

    /**
     * Makes the client of a configuration; nothing is sent.
     *
     * @throws IllegalArgumentException if the configuration is not allowed; names what.
     */
    public static S3Client client(StationConfig config) {
        return client(config, StoreSettings.s3(config), System::currentTimeMillis);
    }

    /**
     * Makes the client of a configuration with some changes.
     *
     * @param s3 the configuration of the client, see {@link StoreSettings#s3}.
     * @param time dates signatures.
     */
    public static S3Client client(StationConfig config, S3Config s3, TimeSource time) {
        s3.maxAttempts(ATTEMPTS).delays(FIRST_DELAY_MILLIS, LONGEST_DELAY_MILLIS);
        return StoreClient.of(config, s3, connector(config), time);
    }

    /** Names below localhost are this machine (RFC 6761, section 6.3), whether or not the resolver knows them. */
    private static Connector connector(StationConfig config) {
        boolean plain = config.text(StationConfig.ENDPOINT).startsWith("http:");
        SocketConnector sockets = plain ? new SocketConnector()
                : new SocketConnector((SSLSocketFactory) SSLSocketFactory.getDefault(), new CheckedHandshake());
        return (host, port, secure) -> sockets.connect(host.endsWith(".localhost") ? "127.0.0.1" : host, port, secure);
    }
}
