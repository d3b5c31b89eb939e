package space.opensensor.spool;

import java.io.IOException;

/**
 * Reads the frames of one segment, oldest first, through the one read buffer of its spool.
 * <p>
 * A file is open only while the buffer is filled. There is one reader per spool: {@link Spool#openSegment(int)} starts it
 * anew, and a reader in use elsewhere then reads the new segment. Use it from one thread.
 */
public final class SegmentReader {

    private final Object lock;
    private final SegmentScanner scanner;

    SegmentReader(Object lock, SegmentScanner scanner) {
        this.lock = lock;
        this.scanner = scanner;
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
        synchronized (this.lock) {
            return this.scanner.next() == SegmentScanner.FRAME ? this.scanner.copyPayload(payload) : -1;
        }
    }

    /** @return the boot in which the frame read last was appended, 1 or more. */
    public int bootId() {
        return this.scanner.boot();
    }

    /** @return the number of the frame read last within its boot, from 0 on. */
    public int sequence() {
        return this.scanner.nextSequence() - 1;
    }

    /** @return readings in the frame read last; 0 for a note. */
    public int readings() {
        return this.scanner.readings();
    }
}
