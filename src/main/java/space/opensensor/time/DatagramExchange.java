package space.opensensor.time;

import java.io.IOException;

/** Sends one datagram and waits for one: what SNTP needs of a network. */
public interface DatagramExchange {

    /**
     * Sends a request and receives the first datagram that answers from the same host.
     *
     * @param host name or address of the server.
     * @param port UDP port of the server.
     * @param request sent whole.
     * @param answer receives the datagram from index 0 on, filled up with zeros or cut to fit.
     * @param timeoutMillis longest time to wait, 1 or more.
     * @throws IOException if the name does not resolve, nothing can be sent or no answer comes in time.
     */
    void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) throws IOException;
}
