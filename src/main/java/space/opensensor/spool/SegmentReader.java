package space.opensensor.spool;

import java.io.IOException;

/**
 * Reads the frames of one segment, oldest first, through the one read buffer of its spool.
 * <p>
 * A file is open only while the buffer is filled. There is one reader per spool: {@link Spool#openSegment(int)} starts it
 * anew, and a reader in use elsewhere then reads the new segment. Use it from one thread.
 */
public final class SegmentReader {

    SegmentReader() {
    }

    /**
     * Reads the next frame. Damaged frames are passed over; see {@link Spool#damagedFrames()}.
     *
     * @param payload receives the payload from index 0 on.
     * @return its length, 1 or more; -1 after the last frame.
     * @throws IOException if the flash fails or the segment was dropped meanwhile.
     * @throws IllegalArgumentException if the array is shorter than the payload.
     */
    public int next(byte[] payload) throws IOException {
        throw new IOException();
    }

    /** @return the boot in which the frame read last was appended, 1 or more. */
    public int bootId() {
        return 0;
    }

    /** @return the number of the frame read last within its boot, from 0 on. */
    public long sequence() {
        return 0;
    }

    /** @return whether the frame read last is a note. */
    public boolean isNote() {
        return false;
    }
}
