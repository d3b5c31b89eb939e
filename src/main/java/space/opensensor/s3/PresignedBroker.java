package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.http.Connector;
import space.opensensor.http.HttpClient;
import space.opensensor.http.HttpLimits;
import space.opensensor.http.HttpResponse;
import space.opensensor.http.Ticker;

/**
 * Asks a service of the operator for presigned URLs, so that the device holds no key: {@code GET
 * <path>?method=PUT&key=<key>} answers JSON with a field {@code url}.
 */
public final class PresignedBroker implements PresignedUrls {

    private static final int SEND_BYTES = 4096;
    private static final int DOCUMENT_BYTES = 8192;
    private static final String[] FIELDS = {"date"};
    private static final String[] NAMES = {"url"};

    private final Endpoint endpoint;
    private final String path;
    private final String headers;
    private final HttpClient http;

    /**
     * @param url of the service, {@code https://host[:port]/path}.
     * @param bearer sent as {@code Authorization: Bearer}; null for none, as with client certificates.
     * @param connector opens connections.
     * @param limits time limits.
     * @param ticker measures them.
     * @throws IllegalArgumentException if the URL is not https or has no path.
     */
    public PresignedBroker(String url, String bearer, Connector connector, HttpLimits limits, Ticker ticker) {
        int slash = url.startsWith("https://") ? url.indexOf('/', 8) : -1;
        if (slash < 0) {
            throw new IllegalArgumentException("URL of the broker must be https://host[:port]/path");
        }
        this.endpoint = Endpoint.parse(url.substring(0, slash));
        this.path = Require.visible("path of the broker", url.substring(slash));
        this.headers = bearer == null ? "" : "authorization: Bearer " + Require.visible("bearer token", bearer) + "\r\n";
        this.http = new HttpClient(connector, limits, ticker, SEND_BYTES, FIELDS);
    }

    @Override
    public String url(String method, String key) throws IOException {
        ByteWriter target = new ByteWriter(SEND_BYTES - 512);
        for (int i = 0; i < this.path.length(); i++) {
            target.writeByte(this.path.charAt(i));
        }
        String query = (this.path.indexOf('?') < 0 ? "?" : "&") + "method=" + method + "&key=";
        for (int i = 0; i < query.length(); i++) {
            target.writeByte(query.charAt(i));
        }
        UriEncoder.encode(ObjectKey.require(key), false, target);
        if (target.overflowed()) {
            throw new IllegalArgumentException("path of the broker and key need more than " + target.capacity() + " bytes");
        }
        GetRequest request = new GetRequest(this.endpoint, Ascii.decode(target.array(), 0, target.length()), this.headers);
        try {
            HttpResponse response = this.http.execute(request);
            if (response.status() != 200) {
                throw new S3Exception("broker of presigned URLs: status " + response.status(), response.status(), "", null,
                        null, response.status() >= 500, null);
            }
            return require(new JsonFields(this.http.body(), DOCUMENT_BYTES, NAMES).get("url"));
        } finally {
            this.http.close();
        }
    }

    private static String require(String url) throws IOException {
        if (url == null || !url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IOException("broker of presigned URLs sent no URL");
        }
        return url;
    }
}
