package ej.ecom.wifi;

/** Double of an access point that is joined. */
public class AccessPoint {

    AccessPoint() {
        // only the Wi-Fi manager hands one out
    }
}
