package space.opensensor.simulator.board;

import java.nio.ByteBuffer;
import java.util.Arrays;
import space.opensensor.doubles.Board;
import space.opensensor.time.DatagramExchange;

/** A time server (RFC 4330) of any name without a network: tells the clock of this computer, moved by what the board's skipped. */
final class HostTime implements DatagramExchange {

    private static final byte SERVER = 4 << 3 | 4;
    private static final byte STRATUM = 1;
    private static final int REFERENCE = 16;
    private static final int ORIGINATE = 24;
    private static final int TRANSMIT = 40;
    private static final long SECONDS_TO_1970 = 2_208_988_800L;

    private final long utcAtBoot = System.currentTimeMillis() - Board.platformMillis();

    @Override
    public void exchange(String host, int port, byte[] request, byte[] answer, int timeoutMillis) {
        Arrays.fill(answer, (byte) 0);
        long utc = this.utcAtBoot + Board.platformMillis();
        long time = (utc / 1000 + SECONDS_TO_1970) << 32 | ((utc % 1000) << 32) / 1000;
        ByteBuffer packet = ByteBuffer.wrap(answer).put(SERVER).put(STRATUM);
        for (int at = REFERENCE; at <= TRANSMIT; at += Long.BYTES) {
            packet.putLong(at, time);
        }
        packet.putLong(ORIGINATE, ByteBuffer.wrap(request).getLong(TRANSMIT));
    }
}
