package space.opensensor.xtensa;

import java.io.IOException;

import space.opensensor.bytes.LittleEndian;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.Effort;
import space.opensensor.parquet.Encoding;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Readers;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.StatisticsLevel;
import space.opensensor.parquet.WriterOptions;

/**
 * Floating-point values at every edge of IEEE 754, through statistics and encoders in every order of one page, and
 * through the arithmetic whose rounding a soft float can get wrong.
 */
final class NastyValues {

    private static final int[] FLOATS = { 0, 0x80000000, 1, 0x80000001, 0x007FFFFF, 0x807FFFFF, 0x00800000, 0x80800000,
            0x3F800000, 0xBF800000, 0x3F800001, 0x33000000, 0x33000001, 0x33800000, 0x387FC000, 0x387FE000, 0x38800000,
            0x3F801000, 0x3F803000, 0x477FE000, 0x477FEFFF, 0x477FF000, 0x7F7FFFFF, 0xFF7FFFFF, 0x7F800000, 0xFF800000,
            0x7FC00000, 0xFFC00000, 0x7FC00001, 0x7FFFFFFF, 0xFFFFFFFF, 0x3DCCCCCD, 0x41AC0000, 0x40490FDB };
    private static final long[] DOUBLES = { 0L, 1L << 63, 1L, 1L << 63 | 1L, 0xFFFFFFFFFFFFFL, 0x10000000000000L,
            0x3FF0000000000000L, 0xBFF0000000000000L, 0x3FF0000000000001L, 0x3FF0000010000000L, 0x3FF0000030000000L,
            0x36A0000000000000L, 0x3690000000000000L, 0x3690000000000001L, 0x380FFFFFF0000000L, 0x47EFFFFFF0000000L,
            0x7FEFFFFFFFFFFFFFL, 0xFFEFFFFFFFFFFFFFL, 0x7FF0000000000000L, 0xFFF0000000000000L, 0x7FF8000000000000L,
            0xFFF8000000000000L, 0x7FF8000000000001L, 0x7FFFFFFFFFFFFFFFL, 0xFFFFFFFFFFFFFFFFL, 0x3FB999999999999AL };
    /** Halves of the last place of a DECIMAL with two places, and their neighbours. */
    private static final double[] TIES = { 0.125, -0.125, 0.375, -0.375, 1.005, 2.675, 0.005, -0.005, 0.0049999999999999,
            1e-300, -1e-300, 1234567.125, 1234567.375, 9999999.99, -9999999.99, 0.0, -0.0, 4.9e-324, 21.5f, 21.53f };
    private static final int[] ENCODINGS = { Encoding.AUTO, Encoding.PLAIN, Encoding.RLE_DICTIONARY,
            Encoding.BYTE_STREAM_SPLIT };

    private final Recorder text = new Recorder("values.txt");
    private final Recorder arithmetic = new Recorder("arithmetic.bin");
    private final byte[] result = new byte[8];

    /** Writes the files. */
    void run() throws IOException {
        for (int i = 0; i < ENCODINGS.length; i++) {
            for (int effort = Effort.FAST; effort <= Effort.HIGH; effort++) {
                write("float-" + Encoding.name(ENCODINGS[i]) + "-" + effort + ".parquet", ENCODINGS[i], effort);
            }
        }
        writeDecimals();
        for (int i = 0; i < FLOATS.length; i++) {
            for (int k = 0; k < FLOATS.length; k++) {
                compute(Float.intBitsToFloat(FLOATS[i]), Float.intBitsToFloat(FLOATS[k]));
            }
        }
        for (int i = 0; i < DOUBLES.length; i++) {
            for (int k = 0; k < DOUBLES.length; k++) {
                compute(Double.longBitsToDouble(DOUBLES[i]), Double.longBitsToDouble(DOUBLES[k]));
            }
        }
    }

    /** Every pair of neighbours and every start of a page: each page begins one value later than the one before. */
    private void write(String name, int encoding, int effort) throws IOException {
        Schema schema = Schema.of(Column.float32("single").encoding(encoding),
                Column.float64("double").encoding(encoding),
                Column.float16("half").encoding(encoding == Encoding.AUTO ? encoding : Encoding.PLAIN));
        ParquetWriter writer = new ParquetWriter(schema, new WriterOptions().rowsPerGroup(1024).pageRows(7)
                .readers(Readers.MODERN).statistics(StatisticsLevel.PAGE).effort(effort));
        writer.open(new Recorder(name));
        for (int row = 0; row < 600; row++) {
            int at = row + row / 7;
            if (row % 11 == 10) {
                writer.setNull(0);
                writer.setNull(1);
                writer.setNull(2);
            } else {
                writer.setFloat(0, Float.intBitsToFloat(FLOATS[at % FLOATS.length]));
                writer.setDouble(1, Double.longBitsToDouble(DOUBLES[at % DOUBLES.length]));
                writer.setFloat(2, Float.intBitsToFloat(FLOATS[(at + 5) % FLOATS.length]));
            }
            writer.endRow();
        }
        writer.close();
        this.text.line(name + " " + writer.bytesWritten());
    }

    private void writeDecimals() throws IOException {
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.decimal("decimal", 9, 2)),
                new WriterOptions().rowsPerGroup(1024));
        writer.open(new Recorder("decimals.parquet"));
        for (int i = 0; i < TIES.length; i++) {
            writer.setDecimal(0, TIES[i]);
            writer.endRow();
        }
        for (int i = 0; i < FLOATS.length; i++) {
            writeDecimal(writer, Float.intBitsToFloat(FLOATS[i]));
        }
        for (int i = 0; i < DOUBLES.length; i++) {
            writeDecimal(writer, Double.longBitsToDouble(DOUBLES[i]));
        }
        writer.close();
    }

    private void writeDecimal(ParquetWriter writer, double value) throws IOException {
        try {
            writer.setDecimal(0, value);
            writer.endRow();
        } catch (IllegalArgumentException e) {
            writer.cancelRow();
            this.text.line("refused");
        }
    }

    private void compute(float a, float b) {
        put(a + b);
        put(a - b);
        put(a * b);
        put(a / b);
        put((double) a);
        put((a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a == b ? 4 : 0) | (a > b ? 8 : 0) | (a >= b ? 16 : 0));
        convert(a);
    }

    private void compute(double a, double b) {
        put(a + b);
        put(a - b);
        put(a * b);
        put(a / b);
        put((float) a);
        put((a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a == b ? 4 : 0) | (a > b ? 8 : 0) | (a >= b ? 16 : 0));
        convert(a);
    }

    /** The compiler converts as C does: what does not fit, or is no number, becomes any integer. */
    private void convert(double a) {
        if (a > -2147483649.0 && a < 2147483648.0) {
            put((int) a);
        }
        if (a >= -9223372036854775808.0 && a < 9223372036854775808.0) {
            put((long) a);
        }
    }

    /** Puts the canonical bits: which NaN an operation makes is not for Java to say. */
    private void put(float value) {
        put((long) Float.floatToIntBits(value));
    }

    private void put(double value) {
        put(Double.doubleToLongBits(value));
    }

    private void put(long value) {
        LittleEndian.putLong(this.result, 0, value);
        this.arithmetic.write(this.result, 0, this.result.length);
    }
}
