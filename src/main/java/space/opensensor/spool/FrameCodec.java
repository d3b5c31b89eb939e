package space.opensensor.spool;

import space.opensensor.bytes.Crc32;
import space.opensensor.bytes.LittleEndian;

/**
 * Bytes of the log: headers, those of the archive too, and frames ({@code docs/spool-format.md}, section 3).
 * <p>
 * A frame holds neither boot id nor sequence number: the header before it tells both of the first frame, and they are
 * part of every check sum, so that no other frame, however intact, passes for the one expected.
 */
final class FrameCodec {

    /** First two bytes of a header; no frame starts like that. */
    static final int HEADER_MARK = 0xB007;
    /** Version of the format. */
    static final int VERSION = 1;
    /** Bytes of a header. */
    static final int HEADER_BYTES = 20;
    /** Bytes of a frame besides its payload. */
    static final int OVERHEAD = 7;
    /** Bytes of a frame before its payload: how long that is (2), how many readings it holds (1). */
    static final int HEAD_BYTES = 3;
    /** Bytes of a frame after its payload. */
    static final int CHECK_SUM_BYTES = 4;
    /** Longest payload, bytes. */
    static final int MAX_PAYLOAD = 1024;
    /** Most readings in a frame. */
    static final int MAX_READINGS = 255;

    private final byte[] salt = new byte[8];

    /** Puts a header at index 0. */
    static void putHeader(byte[] array, int segment, int boot, int sequence) {
        LittleEndian.putShort(array, 0, HEADER_MARK);
        array[2] = VERSION;
        array[3] = 0;
        LittleEndian.putInt(array, 4, segment);
        LittleEndian.putInt(array, 8, boot);
        LittleEndian.putInt(array, 12, sequence);
        LittleEndian.putInt(array, 16, Crc32.IEEE.update(0, array, 0, 16));
    }

    /** @return whether a header with a right check sum stands there; its version may be another one. */
    static boolean isHeader(byte[] array, int offset) {
        return LittleEndian.getShort(array, offset) == HEADER_MARK
                && LittleEndian.getInt(array, offset + 16) == Crc32.IEEE.update(0, array, offset, 16);
    }

    /** Puts head and check sum around the payload of the frame that starts at an offset. */
    void putFrame(byte[] array, int offset, int length, int readings, int boot, int sequence) {
        LittleEndian.putShort(array, offset, length);
        array[offset + 2] = (byte) readings;
        int checked = HEAD_BYTES + length;
        LittleEndian.putInt(array, offset + checked, checkSum(array, offset, checked, boot, sequence));
    }

    /**
     * @param head the first two bytes of a frame.
     * @return bytes of its payload; 0 if no frame starts like that.
     */
    static int payloadLength(int head) {
        return head <= MAX_PAYLOAD ? head : 0;
    }

    /** @return whether a frame of that payload length has the check sum of this boot and sequence number. */
    boolean isFrame(byte[] array, int offset, int length, int boot, int sequence) {
        int checked = HEAD_BYTES + length;
        return LittleEndian.getInt(array, offset + checked) == checkSum(array, offset, checked, boot, sequence);
    }

    private int checkSum(byte[] array, int offset, int length, int boot, int sequence) {
        LittleEndian.putInt(this.salt, 0, boot);
        LittleEndian.putInt(this.salt, 4, sequence);
        return Crc32.IEEE.update(Crc32.IEEE.update(0, this.salt, 0, 8), array, offset, length);
    }
}
