package space.opensensor.device;

import java.io.File;
import java.io.IOException;

import ej.bon.Constants;

import space.opensensor.http.Connector;
import space.opensensor.http.GuardedConnector;
import space.opensensor.http.PlatformHandshake;
import space.opensensor.http.SocketConnector;
import space.opensensor.http.TlsHandshake;
import space.opensensor.spool.Flash;
import space.opensensor.station.Sensors;
import space.opensensor.station.StationConfig;
import space.opensensor.time.DatagramExchange;
import space.opensensor.time.SntpClient;
import space.opensensor.time.SntpConfig;
import space.opensensor.time.UdpExchange;

/**
 * The firmware: reads the configuration, puts the station together and starts it.
 * <p>
 * Nothing here ends the program, want of memory neither. Without configuration it samples offline; without flash it tries again, as there is
 * nowhere to keep a reading; without network or time it samples all the same.
 */
public final class Main {

    private static final String SPOOL_DIRECTORY = "/spool";
    private static final int WATCHDOG_SECONDS = 120;
    private static final long FLASH_PAUSE = 10000;
    private static final int CONNECT_MILLIS = 20000;
    private static final int WRITE_MILLIS = 30000;

    private Main() {
    }

    /**
     * Starts the station.
     *
     * @param arguments none on the board; elsewhere the directory of the spool and the name of the network interface.
     * @throws InterruptedException if the platform stops the program while it waits for the flash.
     */
    public static void main(String[] arguments) throws InterruptedException {
        String spool = arguments.length > 0 ? arguments[0] : SPOOL_DIRECTORY;
        String netif = arguments.length > 1 ? arguments[1] : EcomRadio.STATION_INTERFACE;
        start(spool, netif, new PlatformHandshake(), new UdpExchange());
    }

    /**
     * Starts the station with other means of the network than a board has.
     *
     * @param spool directory of the spool.
     * @param netif name of the network interface.
     * @param handshake must check the name of the server.
     * @param ntp reaches the servers that tell the time.
     * @return what runs now.
     * @throws InterruptedException see {@link #main}.
     */
    public static Device start(String spool, String netif, TlsHandshake handshake, DatagramExchange ntp)
            throws InterruptedException {
        Console console = new Console();
        console.tell(Event.STARTED, "version " + Constants.getString("space.opensensor.version") + ", reset reason "
                + DeepSleep.reason(WatchdogNatives.resetReason()));
        BoardClock clock = new BoardClock();
        DeviceConfig config = new NvsConfiguration(console).load();
        Device device = device(config, clock, spool, netif, handshake, ntp, console);
        watch(WATCHDOG_SECONDS + config.station().number(StationConfig.INTERVAL), console);
        device.start();
        return device;
    }

    /** Starts the watchdog; the station works without one too. */
    static void watch(int seconds, Console console) {
        int error = WatchdogNatives.start(seconds);
        if (error != 0) {
            console.tell(Event.NO_WATCHDOG, "error " + error);
        }
    }

    /** Puts the station together; waits for a flash that can be read. */
    private static Device device(DeviceConfig config, BoardClock clock, String spool, String netif, TlsHandshake handshake,
            DatagramExchange ntp, Console console) throws InterruptedException {
        Connector connector = connector(config, handshake, console);
        Sensors sensors = new NativeSensors((int) (2 * config.station().intervalMillis()), console);
        Radio radio = new EcomRadio(netif);
        SntpConfig servers = new SntpConfig().servers(config.ntpServers());
        TimeServer time = new SntpTime(new SntpClient(ntp, clock, servers, Entropy.seed()));
        while (true) {
            try {
                return new Device(config, clock, flash(config, new File(spool), console), sensors, radio, time, connector, console);
            } catch (IOException e) {
                console.tell(Event.NO_FLASH, e.getMessage());
            } catch (IllegalStateException e) {
                console.tell(Event.NO_FLASH, e.getMessage());
            } catch (Error e) {
                console.tell(Event.FAULT, "boot: " + e.toString());
            }
            Thread.sleep(FLASH_PAUSE);
        }
    }

    /** Opens the flash that is set or, if the board does not have it, offline, that of the default. */
    private static Flash flash(DeviceConfig config, File directory, Console console) throws IOException {
        try {
            return Storage.open(config, directory);
        } catch (IllegalArgumentException e) {
            console.tell(Event.BAD_SETTING, e.getMessage());
            config.stayOffline();
            config.resetStorage();
            return Storage.open(config, directory);
        }
    }

    private static Connector connector(DeviceConfig config, TlsHandshake handshake, Console console) {
        try {
            Connector sockets = new SocketConnector(config.tls(), new BoardHandshake(handshake));
            return new GuardedConnector(sockets, CONNECT_MILLIS, WRITE_MILLIS);
        } catch (IOException e) {
            console.tell(Event.ROOTS_FAILED, e.getMessage());
            return null;
        }
    }
}
