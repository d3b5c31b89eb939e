package space.opensensor.simulator.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import space.opensensor.simulator.Failure;

/** One row of a CSV file. */
public final class Row {

    private final CsvFile file;
    private final CsvRecord cells;

    Row(CsvFile file, CsvRecord cells) {
        this.file = file;
        this.cells = cells;
    }

    /** @return the text of a cell as it stands there; empty for a missing value. */
    public String cell(int column) {
        return this.cells.getField(column);
    }

    /** @return the line of the file on which the row starts, from 1. */
    public long line() {
        return this.cells.getStartingLineNumber();
    }

    /**
     * Makes the error for a cell.
     *
     * @param column index of the cell.
     * @param problem what is wrong, as the end of a sentence: {@code is not a float; allowed is ...}.
     */
    public Failure wrong(int column, String problem) {
        return Failure.failed(this.file.path() + ", line " + line() + ", column \"" + this.file.header().get(column)
                + "\": \"" + cell(column) + "\" " + problem);
    }
}
