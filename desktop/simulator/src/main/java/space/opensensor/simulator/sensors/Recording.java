package space.opensensor.simulator.sensors;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import space.opensensor.simulator.Failure;
import space.opensensor.simulator.csv.CsvFile;
import space.opensensor.simulator.csv.Moment;
import space.opensensor.simulator.csv.Numbers;
import space.opensensor.simulator.csv.Row;
import space.opensensor.station.Quantity;
import space.opensensor.station.Reading;

/**
 * Readings recorded in a CSV file whose columns are named as the station's. A column that the station does not know is
 * left out, a quantity that the file does not have stays missing. The whole file is checked when it is loaded.
 */
public final class Recording implements Series {

    private static final String TIMESTAMP = "timestamp";

    private final CsvFile file;
    private final int[] columnOfQuantity = new int[Quantity.COUNT];
    private final List<float[]> rows = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    private Recording(CsvFile file) {
        this.file = file;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            this.columnOfQuantity[quantity] = file.header().indexOf(Quantity.name(quantity));
        }
    }

    /**
     * Loads a recording.
     *
     * @throws Failure if no column is one of the station's, a cell is no number or no time, or there is no row.
     */
    public static Recording load(CsvFile file) {
        Recording recording = new Recording(file);
        recording.checkHeader();
        try {
            int timestamp = file.header().indexOf(TIMESTAMP);
            file.forEach(row -> recording.add(row, timestamp));
        } catch (IOException e) {
            throw Failure.failed(file.path() + ": " + e.getMessage(), e);
        }
        if (recording.rows.isEmpty()) {
            throw Failure.failed(file.path() + ": has no row below its header");
        }
        return recording;
    }

    private void checkHeader() {
        StringBuilder names = new StringBuilder();
        boolean any = false;
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            names.append(quantity == 0 ? "" : ", ").append(Quantity.name(quantity));
            any |= this.columnOfQuantity[quantity] >= 0;
        }
        if (!any) {
            throw Failure.failed(this.file.path() + ", line 1: none of the columns is a quantity of the station; "
                    + "allowed are " + names);
        }
    }

    private void add(Row row, int timestamp) {
        float[] values = new float[Quantity.COUNT];
        for (int quantity = 0; quantity < values.length; quantity++) {
            int column = this.columnOfQuantity[quantity];
            values[quantity] = column < 0 || row.cell(column).isEmpty() ? Float.NaN : number(row, column);
        }
        this.rows.add(values);
        if (timestamp >= 0) {
            this.times.add(time(row, timestamp));
        }
    }

    private static float number(Row row, int column) {
        Float value = Numbers.toFloat(row.cell(column).trim());
        if (value == null) {
            throw row.wrong(column, "is not a number; allowed is a decimal number, "
                    + "or an empty cell for a missing value");
        }
        return value;
    }

    private long time(Row row, int column) {
        String text = row.cell(column).trim();
        long time = epochMillis(row, column, text);
        if (!this.times.isEmpty() && time <= this.times.get(this.times.size() - 1)) {
            throw row.wrong(column, "is not later than the time of the row before");
        }
        return time;
    }

    private static long epochMillis(Row row, int column, String text) {
        if (Numbers.isWhole(text) && text.length() <= 15) {
            return Long.parseLong(text);
        }
        Moment moment = Moment.parse(text);
        if (moment == null) {
            throw row.wrong(column, "is not a time; allowed is ISO 8601 as 2026-03-01T12:00:00Z, "
                    + "or milliseconds since 1970");
        }
        return Math.floorDiv(moment.since1970(ChronoUnit.NANOS), 1_000_000L);
    }

    /** @return how many readings there are. */
    public int size() {
        return this.rows.size();
    }

    /** @return whether the readings have times of their own. */
    public boolean hasTimes() {
        return !this.times.isEmpty();
    }

    /** @return when reading {@code index} was taken, milliseconds since 1970-01-01T00:00:00Z. */
    public long utcMillis(int index) {
        return this.times.get(index);
    }

    /** The row of the tick; after the last row the recording starts again. */
    @Override
    public void read(long tick, long utcMillis, Reading reading) {
        float[] values = this.rows.get((int) (tick % this.rows.size()));
        for (int quantity = 0; quantity < values.length; quantity++) {
            reading.set(quantity, values[quantity]);
        }
    }

    @Override
    public String description() {
        List<String> unknown = new ArrayList<>(this.file.header());
        unknown.removeAll(Set.of(TIMESTAMP));
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            unknown.remove(Quantity.name(quantity));
        }
        String left = unknown.isEmpty() ? "" : ", left out: " + String.join(", ", unknown);
        return this.file.path().getFileName() + " (" + this.rows.size() + " recorded readings" + left + ")";
    }
}
