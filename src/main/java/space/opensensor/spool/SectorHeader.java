package space.opensensor.spool;

import space.opensensor.bytes.Crc32;
import space.opensensor.bytes.LittleEndian;

/** The bytes at the start of a sector of a {@link PartitionFlash}: {@code docs/spool-format.md}, section 11. */
final class SectorHeader {

    /** Bytes without the name. */
    static final int BYTES = 32;
    /** Where the mark of a deleted file is. */
    static final int MARK_AT = 28;
    /** Bytes of that mark. */
    static final int MARK_BYTES = 4;
    /** Longest name, bytes. */
    static final int MAX_NAME = 200;

    /** Neither this nor another version. */
    static final int NONE = 0;
    /** Another version of this format. */
    static final int OTHER_VERSION = 1;
    /** A sector of a file. */
    static final int SECTOR = 2;
    /** One of a file that was deleted, and such a sector for good. */
    static final int DELETED = 3;

    /** "SPF1"; another version has another last character. */
    private static final int MAGIC = 0x31465053;
    private static final int MAGIC_MASK = 0xFFFFFF;
    private static final int CRC_AT = 24;

    /** Number of this claim: one more than that of the sector claimed before it. */
    int sequence;
    /** {@link #sequence} of the first sector of the file. */
    int file;
    /** Number of the sector in its file, from 0 on. */
    int index;
    /** Offset in the file of the first byte in this sector. */
    int start;
    /** How often the sector was erased. */
    int erases;
    /** Bytes of the name that follow; 0 unless {@link #index} is. */
    int nameLength;

    /** Puts header and name at the start of an array; returns how many bytes. */
    int encode(byte[] target, byte[] name) {
        this.nameLength = this.index == 0 ? name.length : 0;
        LittleEndian.putInt(target, 0, MAGIC);
        LittleEndian.putInt(target, 4, this.sequence);
        LittleEndian.putInt(target, 8, this.file);
        LittleEndian.putInt(target, 12, this.index | this.nameLength << 16);
        LittleEndian.putInt(target, 16, this.start);
        LittleEndian.putInt(target, 20, this.erases);
        LittleEndian.putInt(target, MARK_AT, -1);
        System.arraycopy(name, 0, target, BYTES, this.nameLength);
        LittleEndian.putInt(target, CRC_AT, checkSum(target));
        return BYTES + this.nameLength;
    }

    private int checkSum(byte[] bytes) {
        int head = Crc32.IEEE.update(0, bytes, 0, CRC_AT);
        return Crc32.IEEE.update(head, bytes, BYTES, this.nameLength);
    }

    /** Reads the start of a sector and says what it is; the fields are set for {@link #SECTOR} and {@link #DELETED}. */
    int decode(byte[] bytes) {
        int magic = LittleEndian.getInt(bytes, 0);
        this.nameLength = LittleEndian.getShort(bytes, 14);
        boolean intact = ((magic ^ MAGIC) & MAGIC_MASK) == 0 && this.nameLength <= MAX_NAME
                && LittleEndian.getInt(bytes, CRC_AT) == checkSum(bytes);
        if (!intact) {
            return NONE;
        }
        this.sequence = LittleEndian.getInt(bytes, 4);
        this.file = LittleEndian.getInt(bytes, 8);
        this.index = LittleEndian.getShort(bytes, 12);
        this.start = LittleEndian.getInt(bytes, 16);
        this.erases = LittleEndian.getInt(bytes, 20);
        return magic != MAGIC ? OTHER_VERSION : LittleEndian.getInt(bytes, MARK_AT) == -1 ? SECTOR : DELETED;
    }

    /** @return a number that names share which differ only in case. */
    static int hash(byte[] name, int offset, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + (name[offset + i] | 0x20);
        }
        return hash;
    }
}
