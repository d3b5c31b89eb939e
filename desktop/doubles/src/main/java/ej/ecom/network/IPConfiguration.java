package ej.ecom.network;

import java.net.InetAddress;

/** Double of the settings of a network interface. */
public class IPConfiguration {

    private InetAddress ip;

    public void useDHCP(boolean use) {
        if (!use) {
            throw new UnsupportedOperationException("a fixed address");
        }
    }

    public void useStaticDNS(boolean use) {
        if (use) {
            throw new UnsupportedOperationException("a fixed name server");
        }
    }

    public InetAddress getIP() {
        return this.ip;
    }

    void setIp(InetAddress address) {
        this.ip = address;
    }
}
