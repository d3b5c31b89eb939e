package space.opensensor.station;

/** What writer and reader of a frame's readings know of those before the next one; nothing, at the frame's start. */
final class ReadingsState {

    /** Length of a long number that says: the 32 bits of the value follow as they are. */
    static final int RAW = 31;

    /** Parameters that suit common sensors, read every few seconds. */
    private static final int[] FIRST_PARAMETERS = { 2, 4, 1, 1, 1, 1, 9, 8, 4 };

    /** Track of the first quantity; the others follow. */
    final Track first;
    /** Time of the last reading, milliseconds since the boot. */
    long time;
    /** Time from the last but one to the last; 0 if there are not two. */
    long step;
    /** Quantities that the last reading has. */
    int present;
    private boolean begun;

    ReadingsState() {
        Track next = null;
        for (int quantity = Quantity.COUNT - 1; quantity >= 0; quantity--) {
            next = new Track(quantity, FIRST_PARAMETERS[quantity], next);
        }
        this.first = next;
    }

    /** Forgets all. */
    void clear() {
        this.time = 0;
        this.step = 0;
        this.present = (1 << Quantity.COUNT) - 1;
        this.begun = false;
        for (Track track = this.first; track != null; track = track.next) {
            track.clear();
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
