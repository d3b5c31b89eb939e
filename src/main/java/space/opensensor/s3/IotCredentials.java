package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.Connector;
import space.opensensor.http.HttpClient;
import space.opensensor.http.HttpException;
import space.opensensor.http.HttpLimits;
import space.opensensor.http.HttpResponse;
import space.opensensor.http.Ticker;

/**
 * Temporary credentials from the credential provider of AWS IoT Core: the device shows its client certificate and gets
 * credentials of the role behind a role alias. They are renewed five minutes before they expire.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html">Authorizing direct
 *      calls to AWS services using AWS IoT Core credential provider</a>
 */
public final class IotCredentials implements CredentialsProvider {

    /** Milliseconds before the expiration from which on new credentials are fetched. */
    public static final long RENEWAL_MILLIS = 5L * 60 * 1000;

    private static final int SEND_BYTES = 1024;
    private static final int DOCUMENT_BYTES = 8192;
    private static final String[] FIELDS = {"date"};
    private static final String[] NAMES = {"accessKeyId", "secretAccessKey", "sessionToken", "expiration"};

    private final GetRequest request;
    private final HttpClient http;
    private Credentials credentials;

    /**
     * Creates a provider that has fetched nothing yet.
     *
     * @param host from {@code aws iot describe-endpoint --endpoint-type iot:CredentialProvider}.
     * @param port 443 with AWS.
     * @param roleAlias letters, digits, {@code _ = , @ -}.
     * @param thingName sent as {@code x-amzn-iot-thingname}, so that policies can name the device; null for none.
     * @param connector opens TLS connections with the device's certificate.
     * @param limits time limits.
     * @param ticker measures them.
     * @throws IllegalArgumentException if host or role alias is not allowed.
     */
    public IotCredentials(String host, int port, String roleAlias, String thingName, Connector connector,
            HttpLimits limits, Ticker ticker) {
        Endpoint endpoint = Endpoint.parse("https://" + host + ":" + port);
        String headers = thingName == null ? ""
                : "x-amzn-iot-thingname: " + Require.visible("thing name", thingName) + "\r\n";
        String target = "/role-aliases/" + Require.visible("role alias", roleAlias) + "/credentials";
        this.request = new GetRequest(endpoint, target, headers);
        this.http = new HttpClient(connector, limits, ticker, SEND_BYTES, FIELDS);
    }

    @Override
    public Credentials credentials(long now) throws IOException {
        Credentials kept = this.credentials;
        if (kept == null || kept.expiration() != Credentials.NEVER && now > kept.expiration() - RENEWAL_MILLIS) {
            this.credentials = renew(kept, now);
        }
        return this.credentials;
    }

    /** Fetches new credentials; goes on with the old ones if that fails and they are still valid. */
    private Credentials renew(Credentials old, long now) throws IOException {
        try {
            return fetch();
        } catch (IOException e) {
            if (old == null || now >= old.expiration()) {
                throw e;
            }
            return old;
        }
    }

    @Override
    public void expired() {
        this.credentials = null;
    }

    private Credentials fetch() throws IOException {
        try {
            HttpResponse response = this.http.execute(this.request);
            if (response.status() != 200) {
                throw new S3Exception("credential provider of AWS IoT Core: status " + response.status(), response.status(),
                        "", null, null, response.status() >= 500, null);
            }
            return read(new JsonFields(this.http.body(), DOCUMENT_BYTES, NAMES));
        } finally {
            this.http.close();
        }
    }

    private static Credentials read(JsonFields fields) throws HttpException {
        String expiration = fields.get("expiration");
        long until = expiration == null ? Credentials.NEVER : AmzDate.parse(expiration);
        if (fields.get("sessionToken") == null || until < 0) {
            throw new HttpException("credential provider sent no session token or no valid expiration");
        }
        try {
            return new Credentials(fields.get("accessKeyId"), fields.get("secretAccessKey"), fields.get("sessionToken"),
                    until);
        } catch (IllegalArgumentException e) {
            throw new HttpException("credential provider sent no credentials: " + e.getMessage());
        }
    }
}
