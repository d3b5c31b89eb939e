package space.opensensor.interop.s3;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import space.opensensor.s3.BytesBody;
import space.opensensor.s3.S3Client;

/** The client against S3Proxy, which verifies every signature. */
public class S3ProxyTest extends ServerChecks {

    private static ProxyServer server;

    public S3ProxyTest() {
        super(server.port(), ProxyServer.KEY, ProxyServer.SECRET);
    }

    @BeforeClass
    public static void start() throws Exception {
        server = new ProxyServer();
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Test
    public void slashesInARowStayInTheKey() throws IOException {
        roundTrip(config(), "a//b//c", 100);
    }

    @Test
    public void listsMoreObjectsThanOnePageHolds() throws IOException {
        try (S3Client client = client(config())) {
            for (int i = 0; i < 1005; i++) {
                client.putObject("pages/" + i, new BytesBody(new byte[0]), null);
            }
            Set<String> keys = new HashSet<>();
            assertEquals(1005, client.listObjects("pages/", (key, size, etag) -> keys.add(key)));
            assertEquals(1005, keys.size());
        }
    }
}
