package ej.ecom.network;

import java.io.IOException;
import java.net.NetworkInterface;

import space.opensensor.doubles.Board;

/** Double of the manager of network interfaces. */
public final class NetworkInterfaceManager {

    private NetworkInterfaceManager() {
    }

    public static boolean isStarted(NetworkInterface netif) throws IOException {
        return Board.interfaceCalls() > 0;
    }

    public static void start(NetworkInterface netif) throws IOException {
        Board.countInterfaceCall();
    }

    public static boolean isEnabled(NetworkInterface netif) throws IOException {
        return Board.interfaceCalls() > 1;
    }

    public static void enable(NetworkInterface netif) throws IOException {
        Board.countInterfaceCall();
    }

    public static void configure(NetworkInterface netif, IPConfiguration configuration) throws IOException {
        Board.countInterfaceCall();
    }

    public static void setDefault(NetworkInterface netif) throws IOException {
        Board.countInterfaceCall();
    }

    public static IPConfiguration getIPConfiguration(NetworkInterface netif) throws IOException {
        IPConfiguration configuration = new IPConfiguration();
        configuration.setIp(Board.address());
        return configuration;
    }
}
