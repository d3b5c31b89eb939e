package ej.ecom.wifi;

import java.io.IOException;

import space.opensensor.doubles.Board;

/** Double of the Wi-Fi of the board. */
public class WifiManager {

    private static final WifiManager INSTANCE = new WifiManager();

    public static WifiManager getInstance() {
        return INSTANCE;
    }

    public void join(String ssid, String passphrase, SecurityMode mode) throws IOException {
        Board.join(ssid, passphrase);
    }

    public AccessPoint getJoined() throws IOException {
        return Board.joined() == null ? null : new AccessPoint();
    }

    public void leave() throws IOException {
        Board.leave();
    }
}
