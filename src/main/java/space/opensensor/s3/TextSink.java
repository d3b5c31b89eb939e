package space.opensensor.s3;

import space.opensensor.bytes.Ascii;

/** Keeps what it receives as a text. */
final class TextSink implements ByteSink {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void put(int c) {
        this.text.append((char) c);
    }

    @Override
    public void put(byte[] bytes, int offset, int length) {
        this.text.append(Ascii.decode(bytes, offset, length));
    }

    @Override
    public String toString() {
        return this.text.toString();
    }
}
