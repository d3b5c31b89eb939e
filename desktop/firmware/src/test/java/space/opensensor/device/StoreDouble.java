package space.opensensor.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server that keeps what is put, as S3 does with {@code If-None-Match: *}; it checks no signature. */
final class StoreDouble implements HttpHandler {

    /** Objects by path. */
    final Map<String, byte[]> objects = new TreeMap<String, byte[]>();

    /** Whether it knows {@code If-None-Match}; requests that it did not understand are counted. */
    boolean conditional = true;
    int refused;

    /** Statuses with which a captive portal answers in the place of the store, to PUT and to all else; 0: no portal. */
    int portalPut;
    int portalOther;

    /** Requests whose URL was signed, and the token of the last one. */
    int signedUrls;
    String sessionToken;

    private final HttpServer server;

    StoreDouble() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/", this);
        this.server.start();
    }

    /** @return URL without a path. */
    String endpoint() {
        return "http://127.0.0.1:" + this.server.getAddress().getPort();
    }

    void stop() {
        this.server.stop(0);
    }

    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = readAll(exchange.getRequestBody());
        if (this.portalPut != 0) {
            portal(exchange);
            return;
        }
        int status = 200;
        if (!this.conditional && exchange.getRequestHeaders().containsKey("If-None-Match")) {
            status = 501;
            this.refused++;
        } else if (exchange.getRequestMethod().equals("HEAD") && !this.objects.containsKey(path)) {
            status = 404;
        } else if (!exchange.getRequestMethod().equals("PUT") || !isSigned(exchange)) {
            status = 403;
        } else if (this.objects.containsKey(path)) {
            status = 412;
        } else {
            this.objects.put(path, body);
            exchange.getResponseHeaders().set("ETag", '"' + md5(body) + '"');
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private boolean isSigned(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        boolean signedUrl = query != null && query.contains("X-Amz-Signature=");
        boolean signed = exchange.getRequestHeaders().getFirst("Authorization") != null;
        this.signedUrls += signedUrl ? 1 : 0;
        this.sessionToken = exchange.getRequestHeaders().getFirst("x-amz-security-token");
        return signed != signedUrl;
    }

    private void portal(HttpExchange exchange) throws IOException {
        byte[] page = "<html><title>Welcome to the hotel</title></html>".getBytes("US-ASCII");
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1/login");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("PUT") ? this.portalPut : this.portalOther,
                head ? -1 : page.length);
        if (!head) {
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            bytes.write(part, 0, n);
        }
        return bytes.toByteArray();
    }

    private static String md5(byte[] bytes) throws IOException {
        try {
            return String.format("%032x", new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
