package space.opensensor.simulator.convert;

import java.math.BigInteger;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.simulator.csv.Numbers;

/** Whole numbers of 8 to 64 bits, signed or not. */
record IntegerSetter(int bits, boolean signed) implements CellSetter {

    @Override
    public boolean set(ParquetWriter writer, int column, String text) {
        if (!Numbers.isDecimal(text) || text.length() > 40) {
            return false;
        }
        BigInteger value = new java.math.BigDecimal(text).toBigIntegerExact();
        boolean fits = this.signed ? value.bitLength() < this.bits
                : value.signum() >= 0 && value.bitLength() <= this.bits;
        if (fits && this.bits == 64) {
            writer.setLong(column, value.longValue());
        } else if (fits) {
            writer.setInt(column, value.intValue());
        }
        return fits;
    }
}
