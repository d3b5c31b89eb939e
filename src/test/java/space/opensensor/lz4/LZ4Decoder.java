package space.opensensor.lz4;

/** Decodes an LZ4 block and refuses everything that the block format description forbids, the end of block conditions too. */
final class LZ4Decoder {

    private final byte[] in;
    private final int end;
    private int at;
    private final byte[] out;
    private int length;

    LZ4Decoder(byte[] in, int offset, int length, int decodedLength) {
        this.in = in;
        this.at = offset;
        this.end = offset + length;
        this.out = new byte[decodedLength];
    }

    byte[] decode() {
        int lastMatchStart = 0;
        int lastMatchEnd = 0;
        while (true) {
            int token = next();
            literals(extended(token >> 4));
            if (this.at == this.end) {
                require((token & 15) == 0, "match length in the last token");
                break;
            }
            int offset = next() | next() << 8;
            lastMatchStart = this.length;
            match(offset, extended(token & 15) + 4);
            lastMatchEnd = this.length;
        }
        require(this.length == this.out.length, "length");
        require(lastMatchEnd == 0 || this.length - lastMatchEnd >= 5, "last five bytes are literals");
        require(lastMatchEnd == 0 || this.length - lastMatchStart >= 12, "last match starts twelve bytes before the end");
        return this.out;
    }

    private int extended(int code) {
        int value = code;
        if (code == 15) {
            int more;
            do {
                more = next();
                value += more;
            } while (more == 255);
        }
        return value;
    }

    private void literals(int count) {
        require(count <= this.end - this.at && count <= this.out.length - this.length, "literals beyond the end");
        System.arraycopy(this.in, this.at, this.out, this.length, count);
        this.at += count;
        this.length += count;
    }

    private void match(int offset, int count) {
        require(offset > 0 && offset <= this.length, "offset");
        require(count <= this.out.length - this.length, "match beyond the end");
        for (int i = 0; i < count; i++) {
            this.out[this.length] = this.out[this.length - offset];
            this.length++;
        }
    }

    private int next() {
        require(this.at < this.end, "block cut off");
        return this.in[this.at++] & 0xFF;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("malformed LZ4: " + what);
        }
    }
}
