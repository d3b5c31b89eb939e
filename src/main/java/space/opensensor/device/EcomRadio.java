package space.opensensor.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Enumeration;

import ej.ecom.network.IPConfiguration;
import ej.ecom.network.NetworkInterfaceManager;
import ej.ecom.wifi.AccessPoint;
import ej.ecom.wifi.SecurityMode;
import ej.ecom.wifi.WifiManager;

/** Wi-Fi through ECOM-WIFI and ECOM-NETWORK. */
final class EcomRadio implements Radio {

    /** Name that the VEE Port gives the station interface. */
    static final String STATION_INTERFACE = "st1";

    private static final String NO_ADDRESS = "0.0.0.0";

    private final String name;
    private NetworkInterface netif;
    private volatile int rssi = NO_SIGNAL;

    /** @param name of the network interface. */
    EcomRadio(String name) {
        this.name = name;
    }

    @Override
    public void join(String ssid, String passphrase) throws IOException {
        if (this.netif == null) {
            this.netif = find(this.name);
        }
        if (!NetworkInterfaceManager.isStarted(this.netif)) {
            NetworkInterfaceManager.start(this.netif);
        }
        if (!NetworkInterfaceManager.isEnabled(this.netif)) {
            NetworkInterfaceManager.enable(this.netif);
        }
        IPConfiguration dhcp = new IPConfiguration();
        dhcp.useDHCP(true);
        dhcp.useStaticDNS(false);
        NetworkInterfaceManager.configure(this.netif, dhcp);
        WifiManager.getInstance().join(ssid, passphrase, SecurityMode.WPA2);
        NetworkInterfaceManager.setDefault(this.netif);
    }

    @Override
    public boolean isJoined() throws IOException {
        AccessPoint joined = WifiManager.getInstance().getJoined();
        this.rssi = joined == null ? NO_SIGNAL : (int) joined.getRSSI();
        return joined != null;
    }

    @Override
    public int rssi() {
        return this.rssi;
    }

    @Override
    public boolean hasAddress() throws IOException {
        InetAddress address = NetworkInterfaceManager.getIPConfiguration(this.netif).getIP();
        return address != null && !NO_ADDRESS.equals(address.getHostAddress());
    }

    @Override
    public void leave() throws IOException {
        WifiManager.getInstance().leave();
    }

    private static NetworkInterface find(String name) throws IOException {
        StringBuilder others = new StringBuilder();
        Enumeration<NetworkInterface> all = NetworkInterface.getNetworkInterfaces();
        while (all.hasMoreElements()) {
            NetworkInterface candidate = all.nextElement();
            if (name.equals(candidate.getName())) {
                return candidate;
            }
            others.append(' ').append(candidate.getName());
        }
        throw new IOException("no network interface " + name + "; there is" + others);
    }
}
