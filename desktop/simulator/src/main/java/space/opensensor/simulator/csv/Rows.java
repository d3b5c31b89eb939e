package space.opensensor.simulator.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import space.opensensor.simulator.Failure;

/** The rows of a CSV file below its header, one after the other. */
public final class Rows implements Closeable {

    private final CsvFile file;
    private final CloseableIterator<CsvRecord> records;
    private final int columns;

    Rows(CsvFile file, CloseableIterator<CsvRecord> records) {
        this.file = file;
        this.records = records;
        this.columns = file.header().size();
        next(false);
    }

    /**
     * Moves on.
     *
     * @return the next row, null at the end.
     * @throws Failure if the row has more or fewer cells than the header or the file cannot be read.
     */
    public Row next() {
        CsvRecord row = next(true);
        return row == null ? null : new Row(this.file, row);
    }

    private CsvRecord next(boolean checked) {
        try {
            while (this.records.hasNext()) {
                CsvRecord row = this.records.next();
                if (!checked || !isBlank(row)) {
                    check(checked, row);
                    return row;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw this.file.unreadable(e);
        }
    }

    private boolean isBlank(CsvRecord row) {
        return this.columns > 1 && row.getFieldCount() == 1 && row.getField(0).isEmpty();
    }

    private void check(boolean checked, CsvRecord row) {
        if (checked && row.getFieldCount() != this.columns) {
            throw Failure.failed(this.file.path() + ", line " + row.getStartingLineNumber() + ": "
                    + row.getFieldCount() + " cells, but the header has " + this.columns);
        }
    }

    @Override
    public void close() throws IOException {
        this.records.close();
    }
}
