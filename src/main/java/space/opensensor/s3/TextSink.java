package space.opensensor.s3;

import space.opensensor.bytes.Ascii;

/** Keeps what it receives as a text. */
final class TextSink implements ByteSink {

    private byte[] text;
    private int length;

    /** @param expected characters; it grows if there are more. */
    TextSink(int expected) {
        this.text = new byte[expected];
    }

    @Override
    public void put(int c) {
        reserve(1);
        this.text[this.length++] = (byte) c;
    }

    @Override
    public void put(byte[] bytes, int offset, int count) {
        reserve(count);
        System.arraycopy(bytes, offset, this.text, this.length, count);
        this.length += count;
    }

    private void reserve(int count) {
        if (this.length + count > this.text.length) {
            byte[] longer = new byte[2 * (this.length + count)];
            System.arraycopy(this.text, 0, longer, 0, this.length);
            this.text = longer;
        }
    }

    @Override
    public String toString() {
        return Ascii.decode(this.text, 0, this.length);
    }
}
