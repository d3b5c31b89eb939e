package space.opensensor.spool;

import space.opensensor.bytes.LittleEndian;

/**
 * What the last bytes of a sector say about where its data ends: words of 16 bits that grow down from the end of the
 * sector, two equal ones for every flush. {@code docs/spool-format.md}, section 11.
 * <p>
 * A word holds an address within the sector in its upper 12 bits and the number of zeros among these in its lower 4 (a
 * Berger code): of a word whose programming was cut, some bits read 1 that should read 0, and no such word is another
 * valid one.
 */
final class EndMarks {

    /** Bytes of a word. */
    static final int BYTES = 2;
    /** What a word becomes whose programming was cut. */
    static final int VOID = 0;
    private static final int BLANK = 0xFFFF;
    private static final int ADDRESS_BITS = 12;

    /** End of the data of the last flush, an address within the sector; -1 if there was none. */
    private int end = -1;
    /** The address that waits for a second word; -1: none. */
    private int announced = -1;
    /** Whether data behind {@link #end} may have been programmed. */
    private boolean torn;
    /** How many words were taken. */
    private int count;
    private int last = BLANK;

    /** @return the word for an address from 0 to 4,095. */
    static int word(int address) {
        int zeros = ADDRESS_BITS;
        for (int rest = address; rest != 0; rest &= rest - 1) {
            zeros--;
        }
        return address << 4 | zeros;
    }

    /** @return the address of a word; -1 if it is not a valid one. */
    static int address(int word) {
        int address = word >>> 4;
        return word == word(address) ? address : -1;
    }

    /** Starts with a sector that has no words. */
    void clear() {
        this.end = -1;
        this.announced = -1;
        this.torn = false;
        this.count = 0;
        this.last = BLANK;
    }

    /** Takes the next word, going down; returns false if it is blank: then there are no more. */
    boolean take(int word) {
        if (word == BLANK) {
            return false;
        }
        int address = address(word);
        if (address >= 0 && address == this.announced) {
            this.end = address;
            this.announced = -1;
            this.torn = false;
        } else {
            this.torn |= this.announced >= 0 && this.announced != this.end || address < 0;
            this.announced = address;
        }
        this.last = word;
        this.count++;
        return true;
    }

    /** Takes words from the last bytes of a block on, going down; returns false if there are no more in the next block. */
    boolean takeAll(byte[] block, int length) {
        for (int at = length - BYTES; at >= 0; at -= BYTES) {
            if (!take(LittleEndian.getShort(block, at))) {
                return false;
            }
        }
        return true;
    }

    /** @return end of the data of the last flush, an address within the sector; -1 if there was none. */
    int end() {
        return this.end;
    }

    /** @return whether nothing was programmed behind {@link #end()}, so that data may follow there. */
    boolean isClean() {
        return !this.torn && (this.announced < 0 || this.announced == this.end);
    }

    /** @return address within the sector of the next word. */
    int next() {
        return Partition.SECTOR - (this.count + 1) * BYTES;
    }

    /** @return whether the last word is neither valid nor made void for good. */
    boolean isLastTorn() {
        return address(this.last) < 0 && this.last != VOID && this.last != BLANK;
    }

    /** @return whether an end was announced and the flush never done, and nothing says yet that it does not count. */
    boolean isUndecided() {
        return this.announced >= 0 && this.announced != this.end;
    }

    /** @return the word taken last. */
    int last() {
        return this.last;
    }
}
