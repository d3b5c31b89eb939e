package space.opensensor.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.junit.Test;

import space.opensensor.bytes.Ascii;

/** The client against scripted connections (RFC 9110, RFC 9112). */
public class HttpClientTest {

    private static final String[] FIELDS = {"etag", "date"};
    private static final TextRequest GET = new TextRequest("GET / HTTP/1.1\r\n\r\n", "", false);

    private static HttpClient client(Connector connector) {
        return new HttpClient(connector, new HttpLimits(1000, 5000, 60000), new SystemTicker(), 64, FIELDS);
    }

    private static String body(HttpClient client) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[7];
        InputStream in = client.body();
        for (int count = in.read(buffer, 0, 7); count >= 0; count = in.read(buffer, 0, 7)) {
            out.write(buffer, 0, count);
        }
        byte[] bytes = out.toByteArray();
        return Ascii.decode(bytes, 0, bytes.length);
    }

    private static String get(String answer) throws IOException {
        ScriptedConnector connector = new ScriptedConnector(answer);
        connector.ends = true;
        connector.piece = 3;
        HttpClient client = client(connector);
        client.execute(GET);
        return body(client);
    }

    private static void assertRefused(String answer) {
        try {
            get(answer);
            fail("accepted: " + answer);
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 0);
        }
    }

    @Test
    public void readsBodiesOfEveryFraming() throws IOException {
        assertEquals("hello", get("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
        assertEquals("", get("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        assertEquals("", get("HTTP/1.1 204 No Content\r\n\r\nxx"));
        assertEquals("hello world", get("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n6;name=value\r\n world\r\n0\r\nTrailer: x\r\n\r\n"));
        assertEquals("till the end", get("HTTP/1.0 200 OK\r\n\r\ntill the end"));
    }

    @Test
    public void keepsTheFieldsAskedForWhateverTheirCase() throws IOException {
        HttpClient client = client(new ScriptedConnector(
                "HTTP/1.1 404 Not Found\r\nETAG:  \"x\" \t\r\nX-Other: y\r\nContent-Length: 0\r\n\r\n"));
        HttpResponse response = client.execute(GET);
        assertEquals(404, response.status());
        assertEquals("\"x\"", response.field("etag"));
        assertNull(response.field("date"));
        assertNull(response.field("x-other"));
    }

    @Test
    public void readsOverInterimResponses() throws IOException {
        HttpClient client = client(new ScriptedConnector(
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        assertEquals(200, client.execute(GET).status());
    }

    @Test
    public void refusesAnswersThatAreNoResponses() {
        assertRefused("SSH-2.0-OpenSSH\r\n");
        assertRefused("HTTP/2 200\r\n\r\n");
        assertRefused("HTTP/1.1 999 X\r\n\r\n");
        assertRefused("HTTP/1.1 20 X\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nbad name: x\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx");
        assertRefused("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nxx");
        assertRefused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n");
        assertRefused("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        assertRefused("HTTP/1.1 101 Switching\r\n\r\n");
        assertRefused("");
    }

    @Test
    public void boundsHeadsAndTheNumberOfInterimResponses() {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        StringBuilder interim = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            head.append("X-Filler: 0123456789\r\n");
            interim.append("HTTP/1.1 100 Continue\r\n\r\n");
        }
        assertRefused(head.append("\r\n").toString());
        assertRefused(interim.toString());
    }

    @Test
    public void keepsTheConnectionForTheNextRequestOnceTheBodyWasRead() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        ScriptedConnector connector = new ScriptedConnector(answer + answer, answer);
        HttpClient client = client(connector);
        client.execute(GET);
        assertFalse(client.isIdle());
        assertEquals("ok", body(client));
        assertTrue(client.isIdle());
        assertEquals(1, connector.connections);
    }

    @Test
    public void opensANewConnectionIfTheServerClosesOrTheBodyWasNotRead() throws IOException {
        String closing = "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n";
        String unread = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        ScriptedConnector connector = new ScriptedConnector(closing, unread, unread);
        HttpClient client = client(connector);
        client.execute(GET);
        client.execute(GET);
        client.execute(GET);
        assertEquals(3, connector.connections);
    }

    @Test
    public void tellsWhenAKeptConnectionHasDied() throws IOException {
        ScriptedConnector connector = new ScriptedConnector("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        connector.ends = true;
        HttpClient client = client(connector);
        client.execute(GET);
        try {
            client.execute(GET);
            fail();
        } catch (IOException e) {
            assertTrue(client.wasStale());
        }
    }

    @Test
    public void framesChunkedBodiesInPiecesOfItsBuffer() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append((char) ('a' + i % 26));
        }
        ScriptedConnector connector = new ScriptedConnector("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        client(connector).execute(new TextRequest("PUT / HTTP/1.1\r\n\r\n", text.toString(), true));
        String all = text.toString();
        assertEquals("PUT / HTTP/1.1\r\n\r\n40\r\n" + all.substring(0, 64) + "\r\n24\r\n" + all.substring(64) + "\r\n0\r\n\r\n",
                connector.sent());
    }

    @Test
    public void waitsForLeaveToSendTheBodyAndTakesNoForAnAnswer() throws IOException {
        TextRequest request = new TextRequest("PUT / HTTP/1.1\r\nexpect: 100-continue\r\n\r\n", "body", false);
        ScriptedConnector connector = new ScriptedConnector(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        connector.piece = "HTTP/1.1 100 Continue\r\n\r\n".length();
        assertEquals(200, client(connector).execute(request).status());
        assertTrue(connector.sent().endsWith("body"));
        ScriptedConnector refusing = new ScriptedConnector("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        assertEquals(403, client(refusing).execute(request).status());
        assertFalse(refusing.sent().endsWith("body"));
    }

    @Test
    public void silenceEndsWithTheTimeLimit() {
        try {
            client(new ScriptedConnector("HTTP/1.1 200 OK\r\n")).execute(GET);
            fail();
        } catch (TimeoutException e) {
            assertTrue(e.getMessage().indexOf("1000 ms") >= 0);
        } catch (IOException e) {
            fail(e.toString());
        }
    }
}
