package space.opensensor.simulator.board;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import space.opensensor.device.Device;
import space.opensensor.device.Main;
import space.opensensor.doubles.Board;
import space.opensensor.simulator.Failure;
import space.opensensor.simulator.s3.CheckedHandshake;
import space.opensensor.station.Uploader;
import space.opensensor.time.DatagramExchange;
import space.opensensor.time.UdpExchange;

/** One board from its boot until it is switched off. There is one at a time, as the doubles of the platform are static. */
public final class BoardRun implements AutoCloseable {

    private static final Set<String> THREADS = Set.of("boot", "sampling", "link", "files");
    private static final long PATIENCE_MILLIS = 5000;

    private final PrintStream standard = System.out;
    private final Thread boot;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile Device device;

    /**
     * Boots a board.
     *
     * @param nvs what its NVS holds: values by {@code namespace/key}.
     * @param air the access points in reach: passphrase by SSID.
     * @param flash folder that is its spool.
     * @param realTime whether it asks real time servers, not this computer's clock.
     * @param console receives what it prints.
     */
    public BoardRun(Map<String, String> nvs, Map<String, String> air, Path flash, boolean realTime, PrintWriter console)
            throws IOException {
        Board.reset();
        Board.NVS.putAll(nvs);
        Board.ACCESS_POINTS.putAll(air);
        String netif = NetworkInterface.getNetworkInterfaces().nextElement().getName();
        DatagramExchange ntp = realTime ? new UdpExchange() : new HostTime();
        this.boot = new Thread(() -> boot(flash, netif, ntp), "boot");
        System.setOut(new PrintStream(lines(console), true, StandardCharsets.UTF_8));
        this.boot.start();
    }

    private void boot(Path flash, String netif, DatagramExchange ntp) {
        try {
            this.device = Main.start(flash.toString(), netif, new CheckedHandshake(), ntp);
            this.started.countDown();
        } catch (InterruptedException e) {
            // switched off while it waited for its flash
        }
    }

    private static OutputStream lines(PrintWriter console) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] { (byte) one }, 0, 1);
            }

            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                console.write(new String(bytes, offset, length, StandardCharsets.UTF_8));
                console.flush();
            }
        };
    }

    /**
     * Waits until the station runs.
     *
     * @return it.
     * @throws Failure if it does not in time: its flash cannot be used.
     */
    public Device device(long millis) throws InterruptedException {
        if (!this.started.await(millis, TimeUnit.MILLISECONDS)) {
            throw Failure.failed("The board has not started within " + millis + " ms");
        }
        return this.device;
    }

    /** @return readings taken, objects stored and objects waiting, in words. */
    public String summary() {
        Device running = this.device;
        if (running == null) {
            return "The board did not start.";
        }
        Uploader uploader = running.station().uploader();
        return running.station().sampler().accepted() + " readings, " + (uploader == null ? 0 : uploader.stored())
                + " objects stored, " + running.spool().objectCount() + " waiting";
    }

    /** Switches the board off. */
    @Override
    public void close() {
        this.boot.interrupt();
        Device running = this.device;
        if (running != null) {
            running.stop();
        }
        try {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (THREADS.contains(thread.getName())) {
                    thread.interrupt();
                    thread.join(PATIENCE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.setOut(this.standard);
        }
    }
}
