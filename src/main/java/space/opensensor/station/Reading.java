package space.opensensor.station;

/**
 * One row to be: what the sensors gave at one moment. A station has one and overwrites it each interval.
 */
public final class Reading {

    private static final int MAGNITUDE = 0x7FFFFFFF;
    private static final int INFINITY = 0x7F800000;

    /** IEEE 754 singles, as they are. */
    final int[] bits = new int[Quantity.COUNT];
    /** Bit n is set if quantity n has a value. */
    int present;
    /** Milliseconds since the boot. */
    long monotonicMillis;

    /**
     * Makes every quantity missing.
     *
     * @param now milliseconds since the boot, 0 or more.
     */
    public void clear(long now) {
        this.present = 0;
        this.monotonicMillis = now;
    }

    /**
     * Sets a value. Any number is taken, infinities too; NaN is no number and leaves the quantity missing.
     *
     * @param quantity index of {@link Quantity}.
     * @param value in the quantity's unit.
     */
    public void set(int quantity, float value) {
        int b = Float.floatToRawIntBits(value);
        this.bits[quantity] = b;
        if ((b & MAGNITUDE) > INFINITY) {
            this.present &= ~(1 << quantity);
        } else {
            this.present |= 1 << quantity;
        }
    }

    /** Makes one quantity missing. */
    public void unset(int quantity) {
        this.present &= ~(1 << quantity);
    }

    /** @return whether the quantity has a value. */
    public boolean has(int quantity) {
        return (this.present & 1 << quantity) != 0;
    }

    /** @return the value; meaningless if {@link #has(int)} is false. */
    public float get(int quantity) {
        return Float.intBitsToFloat(this.bits[quantity]);
    }

    /** @return bit n is set if quantity n has a value; 0 if nothing was measured. */
    public int present() {
        return this.present;
    }

    /** @return milliseconds since the boot in which it was taken. */
    public long monotonicMillis() {
        return this.monotonicMillis;
    }
}
