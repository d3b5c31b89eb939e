package space.opensensor.simulator.verify;

import java.util.Map;

/**
 * What came of comparing the readings that the station accepted with the rows found.
 *
 * @param readings accepted.
 * @param lost accepted readings that no row equals in every bit.
 * @param duplicated rows that repeat a reading.
 * @param strange rows that equal no reading: altered or made up.
 * @param misplaced rows in an object whose key says another station or time.
 * @param rowsOfObject rows by key.
 */
public record Verdict(long readings, long lost, long duplicated, long strange, long misplaced,
        Map<String, Long> rowsOfObject) {

    /** @return whether every reading is there exactly once, unaltered and in its place. */
    public boolean isGood() {
        return this.lost == 0 && this.duplicated == 0 && this.strange == 0 && this.misplaced == 0;
    }

    /** @return the line that ends a simulation. */
    public String line() {
        String line = this.readings + " readings, " + this.rowsOfObject.size() + " objects, " + this.lost + " lost, "
                + this.duplicated + " duplicated";
        return line + (this.strange > 0 ? ", " + this.strange + " altered" : "")
                + (this.misplaced > 0 ? ", " + this.misplaced + " misplaced" : "");
    }
}
