package space.opensensor.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import space.opensensor.bytes.Hex;

/** The client against a server on the loopback interface, over real sockets. */
public class UdpExchangeTest {

    private static final long UTC = 1795370400000L;

    private DatagramSocket socket;
    private int port;
    private volatile boolean silent;

    /** Answers requests as a server of stratum 1. */
    private final class Responder implements Runnable {
        @Override
        public void run() {
            byte[] message = new byte[48];
            DatagramPacket packet = new DatagramPacket(message, message.length);
            try {
                for (;;) {
                    UdpExchangeTest.this.socket.receive(packet);
                    if (!UdpExchangeTest.this.silent) {
                        System.arraycopy(message, 40, message, 24, 8);
                        FakeServers.put(message, 0, 0x24010000);
                        long now = UTC + System.nanoTime() / 1000000;
                        FakeServers.putTime(message, 32, now);
                        FakeServers.putTime(message, 40, now);
                        UdpExchangeTest.this.socket.send(packet);
                    }
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static final class SystemTicks implements Ticks {
        @Override
        public long millis() {
            return System.nanoTime() / 1000000;
        }
    }

    @Before
    public void startServer() throws IOException {
        for (this.port = 45123; this.socket == null; this.port++) {
            try {
                this.socket = new DatagramSocket(this.port);
                this.port--;
            } catch (IOException e) {
                assertTrue("no free port", this.port < 45200);
            }
        }
        Thread thread = new Thread(new Responder());
        thread.setDaemon(true);
        thread.start();
    }

    @After
    public void stopServer() {
        this.socket.close();
    }

    @Test
    public void learnsTheTimeOfALocalServer() throws IOException {
        SntpConfig config = new SntpConfig().servers("127.0.0.1").port(this.port);
        SntpSample sample = new SntpClient(new UdpExchange(), new SystemTicks(), config, 1).query();
        long difference = sample.utcMillis() - sample.monotonicMillis() - UTC;
        assertTrue("off by " + difference + " ms", Math.abs(difference) <= sample.errorMillis() + 1);
        assertEquals(1, sample.stratum());
    }

    @Test
    public void givesUpAfterTheTimeoutIfNobodyAnswers() {
        this.silent = true;
        long start = System.nanoTime();
        try {
            new UdpExchange().exchange("127.0.0.1", this.port, new byte[48], new byte[48], 150);
            fail("nobody answers");
        } catch (IOException e) {
            long millis = (System.nanoTime() - start) / 1000000;
            assertTrue("after " + millis + " ms", millis >= 140 && millis < 1500);
        }
    }

    @Test
    public void fillsAShortAnswerUpWithZeros() throws IOException {
        byte[] answer = Hex.decode("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                + "ffffffffffffffffffffffffffffffff");
        new UdpExchange().exchange("127.0.0.1", this.port, new byte[48], answer, 1000);
        assertEquals("0000000000000000", Hex.encode(answer, 48, 8));
        assertEquals(0x24, answer[0]);
    }
}
