package space.opensensor.station;

/** What writer and reader of a frame's readings know of those before the next one; nothing, at the frame's start. */
final class ReadingsState {

    /** Length of a long number that says: the 32 bits of the value follow as they are. */
    static final int RAW = 31;

    private static final int[] DIVISORS = { 1, 10, 100 };
    /** Parameters that suit common sensors, read every few seconds. */
    private static final int[] FIRST_PARAMETERS = { 2, 4, 1, 1, 1, 1, 9, 8, 4 };

    /** One for each quantity. */
    final Track[] tracks = new Track[Quantity.COUNT];
    /** Time of the last reading, milliseconds since the boot. */
    long time;
    /** Time from the last but one to the last; 0 if there are not two. */
    long step;
    /** Quantities that the last reading has. */
    int present;
    private boolean begun;

    ReadingsState() {
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.tracks[quantity] = new Track(divisor(quantity), FIRST_PARAMETERS[quantity]);
        }
    }

    /** Returns how many units of its resolution are one unit of a quantity. */
    static int divisor(int quantity) {
        return DIVISORS[Quantity.decimals(quantity)];
    }

    /** Forgets all. */
    void clear() {
        this.time = 0;
        this.step = 0;
        this.present = (1 << Quantity.COUNT) - 1;
        this.begun = false;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.tracks[quantity].clear();
        }
    }

    /** Makes a reading the last one. */
    void next(long millis, long newStep, int newPresent) {
        this.time = millis;
        this.step = this.begun ? newStep : 0;
        this.begun = true;
        this.present = newPresent;
    }
}
