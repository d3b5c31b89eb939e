package space.opensensor.interop.spool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import space.opensensor.spool.Payload;

/** Readings in a frame, each behind its length in one byte. */
final class LengthPrefixed implements Payload {

    /** What is written next. */
    byte[] bytes;

    @Override
    public int write(byte[] frame, int offset, int length) {
        frame[offset + length] = (byte) this.bytes.length;
        System.arraycopy(this.bytes, 0, frame, offset + length + 1, this.bytes.length);
        return length + 1 + this.bytes.length;
    }

    /** Takes a frame apart. */
    static List<byte[]> split(byte[] frame, int length, int readings) {
        List<byte[]> all = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < readings; i++) {
            int end = at + 1 + frame[at];
            if (end > length) {
                throw new AssertionError("reading " + i + " of " + readings + " ends behind its frame");
            }
            all.add(Arrays.copyOfRange(frame, at + 1, end));
            at = end;
        }
        return all;
    }
}
