package space.opensensor.s3;

/** Keeps what it receives as a text. */
final class TextSink implements ByteSink {

    private static final int INITIAL_CHARACTERS = 640;

    private final StringBuilder text = new StringBuilder(INITIAL_CHARACTERS);

    @Override
    public void put(int c) {
        this.text.append((char) c);
    }

    @Override
    public void put(byte[] bytes, int offset, int length) {
        for (int i = offset, end = offset + length; i < end; i++) {
            this.text.append((char) (bytes[i] & 0xFF));
        }
    }

    @Override
    public String toString() {
        return this.text.toString();
    }
}
