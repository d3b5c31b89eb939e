package space.opensensor.http;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

import org.junit.Test;

/** 10,000 damaged responses: each ends in a response or an IOException, within the bytes that were sent. */
public class MalformedResponsesTest {

    private static final String[] VALID = {
            "HTTP/1.1 200 OK\r\nETag: \"abc\"\r\nContent-Length: 11\r\nConnection: keep-alive\r\n\r\nhello world",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n"
                    + "5\r\nhello\r\n10;x=y\r\n0123456789abcdef\r\n0\r\nX-T: 1\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n\r\nnope"};
    private static final String NASTY = "\r\n:;\t 09afAF-\u0000\u00ff\u007f";

    @Test
    public void damagedResponsesNeverHangOrBreakTheClient() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 10000; i++) {
            StringBuilder text = new StringBuilder(VALID[random.nextInt(VALID.length)]);
            for (int change = random.nextInt(4); change >= 0; change--) {
                damage(text, random);
            }
            refused += survives(text.toString()) ? 0 : 1;
        }
        assertTrue("refused " + refused, refused > 3000);
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(Math.max(1, text.length()));
        if (at >= text.length()) {
            return;
        }
        switch (random.nextInt(4)) {
        case 0:
            text.setCharAt(at, NASTY.charAt(random.nextInt(NASTY.length())));
            break;
        case 1:
            text.deleteCharAt(at);
            break;
        case 2:
            text.insert(at, text.toString().substring(at, Math.min(text.length(), at + random.nextInt(40))));
            break;
        default:
            text.setLength(Math.max(1, at));
        }
    }

    private static boolean survives(String answer) {
        ScriptedConnector connector = new ScriptedConnector(answer);
        connector.ends = (answer.length() & 1) == 0;
        HttpClient client = new HttpClient(connector, new HttpLimits(1000, 5000, 0), new SystemTicker(), 64,
                new String[] {"etag"});
        try {
            client.execute(new TextRequest("GET / HTTP/1.1\r\n\r\n", "", false));
            InputStream body = client.body();
            byte[] buffer = new byte[64];
            for (int count = 0; count >= 0; count = body.read(buffer, 0, 64)) {
                continue;
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
