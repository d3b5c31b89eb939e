package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.http.HttpLimits;
import space.opensensor.http.ScriptedConnector;
import space.opensensor.http.SystemTicker;

/** Credentials from AWS IoT Core and URLs from a broker. */
public class CredentialsProvidersTest {

    private static final HttpLimits LIMITS = new HttpLimits(1000, 5000, 0);
    private static final long EXPIRATION = 1559089303000L;

    private static String answer(int status, String json) {
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static String credentials(String key) {
        return answer(200, "{\"credentials\":{\"accessKeyId\":\"" + key + "\",\"secretAccessKey\":\"S\",\"sessionToken\":\"T\","
                + "\"expiration\":\"2019-05-29T00:21:43Z\"}}");
    }

    private static IotCredentials provider(ScriptedConnector connector) {
        return new IotCredentials("abc.credentials.iot.eu-west-1.amazonaws.com", 443, "S3Upload", "thing-1", connector, LIMITS,
                new SystemTicker());
    }

    @Test
    public void asksTheCredentialProviderAsDocumented() throws IOException {
        ScriptedConnector connector = new ScriptedConnector(credentials("AK1"));
        Credentials credentials = provider(connector).credentials(0);
        assertEquals("AK1", credentials.accessKeyId());
        assertEquals("T", credentials.sessionToken());
        assertEquals(EXPIRATION, credentials.expiration());
        assertEquals("GET /role-aliases/S3Upload/credentials HTTP/1.1\r\nhost: abc.credentials.iot.eu-west-1.amazonaws.com\r\n"
                + "x-amzn-iot-thingname: thing-1\r\n\r\n", connector.sent());
    }

    @Test
    public void renewsFiveMinutesBeforeTheExpirationAndAfterARefusal() throws IOException {
        ScriptedConnector connector = new ScriptedConnector(credentials("AK1"), credentials("AK2"), credentials("AK3"));
        IotCredentials provider = provider(connector);
        long renewal = EXPIRATION - IotCredentials.RENEWAL_MILLIS;
        assertEquals("AK1", provider.credentials(renewal - 1).accessKeyId());
        assertEquals("AK1", provider.credentials(renewal).accessKeyId());
        assertEquals("AK2", provider.credentials(renewal + 1).accessKeyId());
        provider.expired();
        assertEquals("AK3", provider.credentials(renewal - 1).accessKeyId());
    }

    @Test
    public void goesOnWithTheOldCredentialsWhileTheyAreValid() throws IOException {
        IotCredentials provider = provider(new ScriptedConnector(credentials("AK1"), answer(500, "{}"), null));
        provider.credentials(0);
        assertEquals("AK1", provider.credentials(EXPIRATION - 1000).accessKeyId());
        try {
            provider.credentials(EXPIRATION);
            fail();
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 0);
        }
    }

    @Test
    public void refusesAnswersThatAreNoCredentials() {
        String[] wrong = {answer(403, "{}"), answer(200, "{}"), answer(200, "no"),
                answer(200, "{\"accessKeyId\":\"A\",\"secretAccessKey\":\"hush hush\",\"sessionToken\":\"T\"}"),
                answer(200, "{\"accessKeyId\":\"A\",\"secretAccessKey\":\"S\",\"sessionToken\":\"T\",\"expiration\":\"soon\"}")};
        for (int i = 0; i < wrong.length; i++) {
            try {
                provider(new ScriptedConnector(wrong[i])).credentials(0);
                fail(wrong[i]);
            } catch (IOException e) {
                assertFalse(e.getMessage().indexOf("hush") >= 0);
            }
        }
    }

    @Test
    public void aBrokerThatRefusesIsAskedOnceAndOneInTroubleAgain() {
        assertAsked(1, answer(403, "{}"));
        assertAsked(1, answer(404, ""));
        assertAsked(3, answer(503, ""));
        assertAsked(3, answer(200, "{}"));
        assertAsked(3, answer(200, "{\"url\":\"https://b.s3.test\"}"));
        assertAsked(3, answer(200, "{\"url\":\"https://b:port/k?X-Amz-Signature=1\"}"));
    }

    private static void assertAsked(int times, String answer) {
        ScriptedConnector connector = new ScriptedConnector(answer, answer, answer);
        PresignedBroker broker = new PresignedBroker("https://broker.test/sign", "hush", connector, LIMITS, new SystemTicker());
        S3Client client = new S3Client(new S3Config("https://s3.test", "us-east-1", "bucket").maxAttempts(3).delays(1, 1), connector, broker, new TimeSource() {
            @Override
            public long currentTimeMillis() {
                return 0;
            }
        }, new ThreadSleeper(), new Random(1));
        try {
            client.putObject("k", new BytesBody(new byte[1]), null);
            fail(answer);
        } catch (IOException e) {
            assertTrue(e.getMessage(), e.getMessage().endsWith("(attempts: " + times + ")"));
            assertFalse(e.getMessage(), e.getMessage().indexOf("hush") >= 0);
        }
    }

    @Test
    public void theBrokerIsAskedForAUrl() throws IOException {
        ScriptedConnector connector = new ScriptedConnector(answer(200, "{\"url\":\"https://b.s3.test/k?X-Amz-Signature=1\"}"));
        PresignedBroker broker = new PresignedBroker("https://broker.test/sign", "token", connector, LIMITS, new SystemTicker());
        assertEquals("https://b.s3.test/k?X-Amz-Signature=1", broker.url("PUT", "station=A/b c"));
        assertEquals("GET /sign?method=PUT&key=station%3DA%2Fb%20c HTTP/1.1\r\nhost: broker.test\r\nauthorization: Bearer token\r\n\r\n",
                connector.sent());
        try {
            new PresignedBroker("http://broker.test/sign", null, connector, LIMITS, new SystemTicker());
            fail();
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().indexOf("https") > 0);
        }
    }
}
