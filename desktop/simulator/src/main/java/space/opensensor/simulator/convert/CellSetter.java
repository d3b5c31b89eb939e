package space.opensensor.simulator.convert;

import space.opensensor.parquet.ParquetWriter;

/** Sets one value of a row from its text. */
@FunctionalInterface
interface CellSetter {

    /**
     * Sets the value of a column.
     *
     * @param text not empty.
     * @return false if the text names no value of the type; nothing is set then.
     * @throws ArithmeticException if the value is out of range or finer than the type.
     * @throws IllegalArgumentException likewise; from the writer.
     */
    boolean set(ParquetWriter writer, int column, String text);
}
