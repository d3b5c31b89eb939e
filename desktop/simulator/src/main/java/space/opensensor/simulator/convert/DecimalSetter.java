package space.opensensor.simulator.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.simulator.csv.Numbers;

/** Decimal numbers as scaled integers; nothing is rounded. */
record DecimalSetter(int precision, int scale) implements CellSetter {

    @Override
    public boolean set(ParquetWriter writer, int column, String text) {
        if (!Numbers.isDecimal(text)) {
            return false;
        }
        BigDecimal value = new BigDecimal(text).setScale(this.scale, RoundingMode.UNNECESSARY);
        if (value.precision() > this.precision) {
            return false;
        }
        BigInteger unscaled = value.unscaledValue();
        if (unscaled.bitLength() < Long.SIZE) {
            writer.setLong(column, unscaled.longValue());
        } else {
            byte[] bytes = bigEndian(unscaled);
            writer.setBytes(column, bytes, 0, bytes.length);
        }
        return true;
    }

    /** Sign-extends to the bytes that every number of the precision fits in (LogicalTypes.md, DECIMAL). */
    private byte[] bigEndian(BigInteger value) {
        byte[] bytes = new byte[BigInteger.TEN.pow(this.precision).bitLength() / 8 + 1];
        byte[] least = value.toByteArray();
        Arrays.fill(bytes, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(least, 0, bytes, bytes.length - least.length, least.length);
        return bytes;
    }
}
