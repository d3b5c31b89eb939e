package space.opensensor.time;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/**
 * {@link DatagramExchange} over a socket of the platform, opened on a free port for every exchange. Datagrams of other hosts
 * are passed over. Looking the name up takes as long as the platform lets it, beside the timeout.
 */
public final class UdpExchange implements DatagramExchange {

    @Override
    public void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) throws IOException {
        InetAddress server = InetAddress.getByName(host);
        DatagramSocket socket = new DatagramSocket(0);
        try {
            socket.send(new DatagramPacket(request, request.length, server, port));
            receive(socket, server, answer, timeoutMillis);
        } finally {
            socket.close();
        }
    }

    private static void receive(DatagramSocket socket, InetAddress server, byte[] answer, int timeoutMillis)
            throws IOException {
        long start = System.nanoTime();
        for (long rest = timeoutMillis; rest > 0; rest = timeoutMillis - (System.nanoTime() - start) / 1000000) {
            for (int at = 0; at < answer.length; at++) {
                answer[at] = 0;
            }
            DatagramPacket packet = new DatagramPacket(answer, answer.length);
            socket.setSoTimeout((int) rest);
            socket.receive(packet);
            if (server.getHostAddress().equals(packet.getAddress().getHostAddress())) {
                return;
            }
        }
        throw new IOException("no answer of " + server.getHostAddress() + " within " + timeoutMillis + " ms");
    }
}
