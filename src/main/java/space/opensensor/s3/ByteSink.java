package space.opensensor.s3;

/** Receives the text of a canonical request: a hash, or a text for people. */
interface ByteSink {

    /** Takes the next character, ASCII. */
    void put(int c);

    /** Takes {@code length} bytes from {@code offset} on. */
    void put(byte[] bytes, int offset, int length);
}
