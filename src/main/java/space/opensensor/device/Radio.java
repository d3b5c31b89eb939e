package space.opensensor.device;

import java.io.IOException;

/** The Wi-Fi of the board, as far as {@link WifiLink} needs it. One thread at a time. */
interface Radio {

    /** No access point was joined then. */
    int NO_SIGNAL = 0;

    /**
     * Joins an access point with WPA2 and asks for an address. Other Java threads go on meanwhile.
     *
     * @throws IOException if there is no such access point or it refuses.
     */
    void join(String ssid, String passphrase) throws IOException;

    /**
     * @return whether the access point is still joined.
     * @throws IOException if that cannot be told.
     */
    boolean isJoined() throws IOException;

    /**
     * @return whether there is an IPv4 address.
     * @throws IOException if that cannot be told.
     */
    boolean hasAddress() throws IOException;

    /** @return signal of the access point when {@link #isJoined()} was asked last, dBm, or {@link #NO_SIGNAL}. */
    int rssi();

    /**
     * Leaves the access point.
     *
     * @throws IOException if that fails.
     */
    void leave() throws IOException;
}
