package ej.ecom.wifi;

import space.opensensor.doubles.Board;

/** Double of an access point that is joined. */
public class AccessPoint {

    AccessPoint() {
        // only the Wi-Fi manager hands one out
    }

    public float getRSSI() {
        return Board.rssi();
    }
}
