package space.opensensor.spool;

import space.opensensor.bytes.Crc32;
import space.opensensor.bytes.LittleEndian;

/**
 * Bytes of a frame of the archive, which takes the place of frames of the log ({@code docs/spool-format.md}, section 4).
 * <p>
 * It tells the numbers of those frames itself, so the next one is found behind a damaged one; its boot is that of the header
 * before it, and part of the check sum.
 */
final class ArchiveCodec {

    /** Bytes before the payload: how long that is (2), readings (2), number of the first frame (4), how many frames (2). */
    static final int HEAD_BYTES = 10;
    /** Bytes after the payload. */
    static final int CHECK_SUM_BYTES = 4;
    /** Bytes of a frame besides its payload. */
    static final int OVERHEAD = HEAD_BYTES + CHECK_SUM_BYTES;
    /** Longest payload, bytes: two frames fit into the smallest buffer of a scanner, four into a segment of two clusters. */
    static final int MAX_PAYLOAD = 1960;
    /** Most readings, and most frames, that one takes the place of. */
    static final int MAX_COUNT = 65535;

    private final byte[] salt = new byte[4];

    /** Puts the head of a frame at index 0. */
    static void putHead(byte[] array, int length, int readings, int sequence, int frames) {
        LittleEndian.putShort(array, 0, length);
        LittleEndian.putShort(array, 2, readings);
        LittleEndian.putInt(array, 4, sequence);
        LittleEndian.putShort(array, 8, frames);
    }

    /** @return bytes of the payload by the first two of a frame; 0 if no frame starts like that. */
    static int payloadLength(int head) {
        return head <= MAX_PAYLOAD ? head : 0;
    }

    /** @return readings by the head at an offset. */
    static int readings(byte[] array, int offset) {
        return LittleEndian.getShort(array, offset + 2);
    }

    /** @return number of the first frame by the head at an offset. */
    static int sequence(byte[] array, int offset) {
        return LittleEndian.getInt(array, offset + 4);
    }

    /** @return how many frames by the head at an offset. */
    static int frames(byte[] array, int offset) {
        return LittleEndian.getShort(array, offset + 8);
    }

    /** @return whether a frame of that payload length has the check sum of this boot. */
    boolean isFrame(byte[] array, int offset, int length, int boot) {
        int checked = HEAD_BYTES + length;
        return LittleEndian.getInt(array, offset + checked) == Crc32.IEEE.update(start(boot), array, offset, checked);
    }

    /** Puts the check sum of a head and the payload behind it at index 0. */
    void putCheckSum(byte[] target, int boot, byte[] head, byte[] payload, int offset, int length) {
        int crc = Crc32.IEEE.update(start(boot), head, 0, HEAD_BYTES);
        LittleEndian.putInt(target, 0, Crc32.IEEE.update(crc, payload, offset, length));
    }

    private int start(int boot) {
        LittleEndian.putInt(this.salt, 0, boot);
        return Crc32.IEEE.update(0, this.salt, 0, 4);
    }
}
