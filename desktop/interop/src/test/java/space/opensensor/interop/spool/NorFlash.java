package space.opensensor.interop.spool;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import space.opensensor.spool.Partition;

/**
 * NOR flash, bit by bit: erasing sets the bits of a sector, programming clears bits, and one that tries to set a bit fails
 * the test. A cut during either leaves weak bits, which read differently from time to time until they are programmed to 0
 * or their sector is erased.
 */
final class NorFlash implements Partition {

    /** Is told before each program and erase. */
    interface Listener {
        void before(String step);
    }

    /** Weak bits read 1 until the next cut and 0 from then on, or the other way round. */
    private static final int ONE_THEN_ZERO = 0;
    private static final int ZERO_THEN_ONE = 1;
    /** Weak bits read 0 every other time, nearly never, nearly always. */
    private static final int EVEN = 2;
    private static final int SELDOM = 3;
    private static final int MOSTLY = 4;
    /** Weak bits read 0, or 1. */
    private static final int ZERO = 5;
    private static final int ONE = 6;
    /** Ways in which a program or an erase is cut that do not depend on its length. */
    private static final int KINDS = 8;

    private final byte[][] bits;
    /** Bits that are weak, per sector; null if none is. */
    private final byte[][] weak;
    private final int[] bias;
    /** Sectors that no copy shares. */
    private final boolean[] own;
    private final Random noise;
    private Listener listener;

    /** What a listener is being told of: address, and content of a program or null for an erase. */
    private int pendingAt = -1;
    private byte[] pending;

    private final long[] erases;
    private int failFrom = Integer.MAX_VALUE;
    private int failUntil;
    private int operations;

    long programs;
    long programmedBytes;
    long reads;
    long readBytes;

    /** @param foreign whether it holds the bytes of something else; else it is blank. */
    NorFlash(int sectors, boolean foreign) {
        this(new byte[sectors][SECTOR], new byte[sectors][], new int[sectors], new Random(sectors));
        Arrays.fill(this.own, true);
        for (byte[] sector : this.bits) {
            Arrays.fill(sector, (byte) 0xFF);
            if (foreign) {
                this.noise.nextBytes(sector);
            }
        }
    }

    private NorFlash(byte[][] bits, byte[][] weak, int[] bias, Random noise) {
        this.bits = bits;
        this.weak = weak;
        this.bias = bias;
        this.own = new boolean[bits.length];
        this.erases = new long[bits.length];
        this.noise = noise;
    }

    void listen(Listener newListener) {
        this.listener = newListener;
    }

    /** Lets programs and erases from one number on, up to another, fail; of a program the first half is done. */
    void fail(int first, int until) {
        this.failFrom = first;
        this.failUntil = until;
    }

    /** @return programs and erases that were asked for. */
    int operations() {
        return this.operations;
    }

    private boolean isFailing() {
        int number = this.operations++;
        return number >= this.failFrom && number < this.failUntil;
    }

    long erasesOf(int sector) {
        return this.erases[sector];
    }

    long erases() {
        return Arrays.stream(this.erases).sum();
    }

    /** @return all bytes, as they read now. */
    byte[] image() {
        byte[] image = new byte[size()];
        read(0, image, 0, image.length);
        return image;
    }

    @Override
    public int size() {
        return this.bits.length * SECTOR;
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        this.reads++;
        this.readBytes += length;
        int done = 0;
        while (done < length) {
            int sector = (address + done) / SECTOR;
            int at = (address + done) % SECTOR;
            int n = Math.min(length - done, SECTOR - at);
            System.arraycopy(this.bits[sector], at, target, offset + done, n);
            byte[] mask = this.weak[sector];
            for (int i = 0; mask != null && i < n; i++) {
                if (mask[at + i] != 0) {
                    int up = mask[at + i] & ~zeros(this.bias[sector]);
                    target[offset + done + i] = (byte) (this.bits[sector][at + i] & ~mask[at + i] | up);
                }
            }
            done += n;
        }
    }

    /** Bits that read 0 this time if they are weak. */
    private int zeros(int how) {
        if (how == ZERO || how == ZERO_THEN_ONE) {
            return 0xFF;
        }
        if (how == ONE || how == ONE_THEN_ZERO) {
            return 0;
        }
        int random = this.noise.nextInt();
        if (how == EVEN) {
            return random & 0xFF;
        }
        int few = random & random >> 8 & random >> 16 & random >> 24 & this.noise.nextInt() & 0xFF;
        return how == SELDOM ? few : ~few & 0xFF;
    }

    @Override
    public void program(int address, byte[] source, int offset, int length) throws IOException {
        byte[] content = Arrays.copyOfRange(source, offset, offset + length);
        tell(address, content, "program " + length + " at " + Integer.toHexString(address));
        if (isFailing()) {
            change(address, Arrays.copyOf(content, length / 2));
            throw new IOException("program fails");
        }
        this.programs++;
        this.programmedBytes += length;
        change(address, content);
    }

    private void tell(int address, byte[] content, String step) {
        if (this.listener != null) {
            this.pendingAt = address;
            this.pending = content;
            this.listener.before(step);
            this.pendingAt = -1;
            this.pending = null;
        }
    }

    private void change(int address, byte[] content) {
        int sector = address / SECTOR;
        int at = address % SECTOR;
        if (at + content.length > SECTOR) {
            throw new AssertionError("program across sectors at " + address);
        }
        byte[] cells = own(sector);
        byte[] mask = this.weak[sector];
        for (int i = 0; i < content.length; i++) {
            int soft = mask == null ? 0 : mask[at + i];
            if ((content[i] & ~cells[at + i] & ~soft & 0xFF) != 0) {
                throw new AssertionError("byte " + (address + i) + " is " + (cells[at + i] & 0xFF)
                        + " and cannot become " + (content[i] & 0xFF));
            }
            cells[at + i] &= content[i];
            if (soft != 0) {
                mask[at + i] &= content[i];
            }
        }
    }

    private byte[] own(int sector) {
        if (!this.own[sector]) {
            this.own[sector] = true;
            this.bits[sector] = this.bits[sector].clone();
            this.weak[sector] = this.weak[sector] == null ? null : this.weak[sector].clone();
        }
        return this.bits[sector];
    }

    @Override
    public void erase(int address) throws IOException {
        if (address % SECTOR != 0) {
            throw new AssertionError("no sector starts at " + address);
        }
        tell(address, null, "erase " + address / SECTOR);
        if (isFailing()) {
            throw new IOException("erase fails");
        }
        int sector = address / SECTOR;
        Arrays.fill(own(sector), (byte) 0xFF);
        this.weak[sector] = null;
        this.erases[sector]++;
    }

    /** @return in how many ways the pending step may be cut. */
    int variants() {
        return this.pendingAt < 0 ? 1 : KINDS + (this.pending == null ? 0 : this.pending.length);
    }

    /** @return what a boot finds after a cut in one of these ways. */
    NorFlash cut(int variant) {
        Arrays.fill(this.own, false);
        NorFlash left = new NorFlash(this.bits.clone(), this.weak.clone(), this.bias.clone(),
                new Random(variant * 31L + this.pendingAt));
        for (int i = 0; i < left.bias.length; i++) {
            int how = left.bias[i];
            left.bias[i] = how == ONE_THEN_ZERO ? ZERO : how == ZERO_THEN_ONE ? ONE : how;
        }
        if (this.pendingAt >= 0 && variant > 0) {
            if (this.pending == null) {
                left.tearErase(this.pendingAt / SECTOR, variant);
            } else {
                left.tearProgram(this.pendingAt, this.pending, variant);
            }
        }
        return left;
    }

    /** 1 to 5: all bytes at once; 6: the second half, which may be another page of the chip; 7: done; then byte by byte. */
    private void tearProgram(int address, byte[] content, int variant) {
        int done = variant == 7 ? content.length : variant < KINDS ? 0 : variant - KINDS;
        change(address, Arrays.copyOf(content, done));
        if (variant < 7) {
            weaken(address, content, variant == 6 ? content.length / 2 : 0, content.length);
            this.bias[address / SECTOR] = variant == 6 ? EVEN : variant - 1;
        } else if (variant >= KINDS) {
            weaken(address, content, done, done + 1);
            this.bias[address / SECTOR] = variant % 5;
        }
    }

    private void weaken(int address, byte[] content, int from, int to) {
        int sector = address / SECTOR;
        byte[] cells = own(sector);
        byte[] mask = weak(sector);
        for (int i = from; i < to; i++) {
            int at = address % SECTOR + i;
            mask[at] |= (byte) (cells[at] & ~content[i]);
        }
    }

    private byte[] weak(int sector) {
        if (this.weak[sector] == null) {
            this.weak[sector] = new byte[SECTOR];
        }
        return this.weak[sector];
    }

    /** 1 to 5: the bits that are 0 are weak; 6: all bits were programmed to 0 before; 7: all bits are weak. */
    private void tearErase(int sector, int variant) {
        byte[] cells = own(sector);
        byte[] mask = weak(sector);
        for (int i = 0; i < SECTOR; i++) {
            mask[i] = variant < 6 ? (byte) (mask[i] | ~cells[i]) : variant == 6 ? 0 : (byte) 0xFF;
            cells[i] = variant < 6 ? (byte) 0xFF : variant == 6 ? 0 : cells[i];
        }
        this.bias[sector] = variant < 6 ? variant - 1 : EVEN;
    }
}
