package space.opensensor.simulator.convert;

import java.util.function.Function;
import space.opensensor.parquet.Column;

/**
 * A type that a CSV column can have.
 *
 * @param name as {@code --columns} names it.
 * @param allowed what its cells may hold, for error texts.
 * @param column makes the Parquet column of a name.
 * @param setter sets a value from a cell.
 */
record ColumnType(String name, String allowed, Function<String, Column> column, CellSetter setter) {

    /** @return whether the cells are text whose length the writer must know in advance. */
    boolean isText() {
        return this.name.equals("string") || this.name.equals("enum") || this.name.equals("json");
    }
}
