package space.opensensor.spool;

/** Readings that write themselves into a frame of the log, one after another; see {@link Spool#append(Payload)}. */
public interface Payload {

    /** The most bytes that one reading may add to a frame. */
    int MOST_BYTES = 80;

    /**
     * Adds a reading to the payload of a frame. The bytes that it has already may be changed, but must not grow fewer.
     *
     * @param frame holds the payload so far, as the calls before left it, and has room for {@link #MOST_BYTES} more.
     * @param offset index of the payload's first byte.
     * @param length its bytes so far; 0 in a new frame, which must be readable without any other one.
     * @return its bytes now, at least 1.
     */
    int write(byte[] frame, int offset, int length);
}
