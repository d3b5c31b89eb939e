package space.opensensor.time;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** {@link DatagramExchange} over a socket of the platform, opened on a free port for every exchange. */
public final class UdpExchange implements DatagramExchange {

    /** Datagrams of other hosts that are passed over before an exchange fails. */
    private static final int MAX_STRAYS = 8;

    @Override
    public void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) throws IOException {
        InetAddress server = InetAddress.getByName(host);
        DatagramSocket socket = new DatagramSocket(0);
        try {
            socket.setSoTimeout(timeoutMillis);
            socket.send(new DatagramPacket(request, request.length, server, port));
            receive(socket, server, answer);
        } finally {
            socket.close();
        }
    }

    private static void receive(DatagramSocket socket, InetAddress server, byte[] answer) throws IOException {
        DatagramPacket packet = new DatagramPacket(answer, answer.length);
        for (int i = 0; i < MAX_STRAYS; i++) {
            for (int at = 0; at < answer.length; at++) {
                answer[at] = 0;
            }
            socket.receive(packet);
            if (server.getHostAddress().equals(packet.getAddress().getHostAddress())) {
                return;
            }
        }
        throw new IOException("no answer of " + server.getHostAddress() + ", but " + MAX_STRAYS + " of others");
    }
}
