package space.opensensor.snappy;

/**
 * Decodes the raw Snappy format and refuses everything that the format description forbids, and what no good compressor
 * writes: literal lengths in more bytes than needed.
 */
final class SnappyDecoder {

    private final byte[] in;
    private final int end;
    private int at;
    private byte[] out;
    private int length;

    /** Copies and literals seen. */
    int elements;

    SnappyDecoder(byte[] in, int offset, int length) {
        this.in = in;
        this.at = offset;
        this.end = offset + length;
    }

    byte[] decode() {
        this.out = new byte[preamble()];
        while (this.at < this.end) {
            int tag = next();
            this.elements++;
            if ((tag & 3) == 0) {
                literal(tag >> 2);
            } else if ((tag & 3) == 1) {
                copy((tag >> 5 << 8) + next(), (tag >> 2 & 7) + 4);
            } else if ((tag & 3) == 2) {
                copy(littleEndian(2), (tag >> 2) + 1);
            } else {
                copy(littleEndian(4), (tag >> 2) + 1);
            }
        }
        require(this.length == this.out.length, "length before compression");
        return this.out;
    }

    private int preamble() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = next();
            require(shift < 28 || next < 16, "preamble of more than 32 bits");
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next > 0x7F);
        return value;
    }

    private void literal(int code) {
        int count = code + 1;
        if (code >= 60) {
            count = littleEndian(code - 59) + 1;
            require(count > 60 && (code == 60 || count - 1 >= 1 << 8 * (code - 60)), "literal length longer than needed");
        }
        require(count <= this.end - this.at && count <= this.out.length - this.length, "literal beyond the end");
        System.arraycopy(this.in, this.at, this.out, this.length, count);
        this.at += count;
        this.length += count;
    }

    private void copy(int offset, int count) {
        require(offset > 0 && offset <= this.length, "offset");
        require(count <= this.out.length - this.length, "copy beyond the end");
        for (int i = 0; i < count; i++) {
            this.out[this.length] = this.out[this.length - offset];
            this.length++;
        }
    }

    private int littleEndian(int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= next() << 8 * i;
        }
        return value;
    }

    private int next() {
        require(this.at < this.end, "stream cut off");
        return this.in[this.at++] & 0xFF;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("malformed Snappy: " + what);
        }
    }
}
