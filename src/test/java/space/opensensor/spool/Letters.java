package space.opensensor.spool;

/** A payload whose readings are the letters from a on. */
final class Letters implements Payload {

    private char next = 'a';

    @Override
    public int write(byte[] frame, int offset, int length) {
        frame[offset + length] = (byte) this.next++;
        return length + 1;
    }
}
