package space.opensensor.station;

/** What writer and reader of a frame's readings know of those before the next one; nothing, at the frame's start. */
final class ReadingsState {

    /** Units of a quantity's resolution in one of its unit. */
    static final int[] DIVISOR = new int[Quantity.COUNT];
    /** So many ones are no quotient, but say that a number follows with its length. */
    static final int ESCAPE = 12;

    private static final int MAX_PARAMETER = 12;
    /** Parameters that suit common sensors, read every few seconds. */
    private static final int[] FIRST_PARAMETER = { 2, 4, 1, 1, 1, 1, 9, 8, 4 };

    static {
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            int divisor = 1;
            for (int i = Quantity.decimals(quantity); i > 0; i--) {
                divisor *= 10;
            }
            DIVISOR[quantity] = divisor;
        }
    }

    /** Time of the last reading, milliseconds since the boot. */
    long time;
    /** Time from the last but one to the last; 0 if there are not two. */
    long step;
    /** Quantities that the last reading has. */
    int present;
    /** Of these, the ones whose bits stand as they are. */
    int raw;
    /** Quantities that have a last number. */
    int seen;
    /** Last number of each. */
    final int[] last = new int[Quantity.COUNT];
    /** Parameter of each one's Rice code: low bits that stand as they are. */
    final int[] parameter = new int[Quantity.COUNT];
    private boolean begun;

    /** Forgets all. */
    void clear() {
        this.time = 0;
        this.step = 0;
        this.present = (1 << Quantity.COUNT) - 1;
        this.raw = 0;
        this.seen = 0;
        this.begun = false;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.last[quantity] = 0;
            this.parameter[quantity] = FIRST_PARAMETER[quantity];
        }
    }

    /** Makes a reading the last one. */
    void next(long millis, long newStep, int newPresent, int newRaw) {
        this.time = millis;
        this.step = this.begun ? newStep : 0;
        this.begun = true;
        this.present = newPresent;
        this.raw = newRaw;
    }

    /** Returns the parameter after a number that was coded with {@code k}: one more or less if that suits it better. */
    static int adapted(int k, int zigzag) {
        if (zigzag >>> k > 1) {
            return k < MAX_PARAMETER ? k + 1 : k;
        }
        return k > 0 && zigzag >>> k - 1 == 0 ? k - 1 : k;
    }
}
