package space.opensensor.parquet;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** Column buffers filled with given values, for tests of what reads them. */
final class Buffers {

    private Buffers() {
    }

    static ColumnBuffer ints(Column column, int... values) {
        ColumnBuffer c = new ColumnBuffer(column, values.length, values.length, 0);
        for (int i = 0; i < values.length; i++) {
            c.next(column.type, i);
            c.ints[c.values++] = values[i];
        }
        return c;
    }

    static ColumnBuffer floats(float... values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return ints(Column.float32("x"), bits);
    }

    static ColumnBuffer longs(Column column, long... values) {
        ColumnBuffer c = new ColumnBuffer(column, values.length, values.length, 0);
        for (int i = 0; i < values.length; i++) {
            c.next(column.type, i);
            c.longs[c.values++] = values[i];
        }
        return c;
    }

    static ColumnBuffer doubles(double... values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return longs(Column.float64("x"), bits);
    }

    static ColumnBuffer booleans(String zerosAndOnes) {
        int n = zerosAndOnes.length();
        ColumnBuffer c = new ColumnBuffer(Column.bool("x"), n, n, n);
        for (int i = 0; i < n; i++) {
            c.next(Type.BOOLEAN, i);
            c.bytes[c.values++] = (byte) (zerosAndOnes.charAt(i) - '0');
        }
        return c;
    }

    static ColumnBuffer bytes(Column column, String... hex) {
        int sum = 0;
        for (int i = 0; i < hex.length; i++) {
            sum += hex[i].length() / 2;
        }
        ColumnBuffer c = new ColumnBuffer(column, hex.length, hex.length, sum);
        for (int i = 0; i < hex.length; i++) {
            byte[] value = Hex.decode(hex[i]);
            c.next(column.type, i);
            c.addBytes(value, 0, value.length);
        }
        return c;
    }

    static ColumnBuffer strings(String... text) {
        String[] hex = new String[text.length];
        for (int i = 0; i < text.length; i++) {
            byte[] utf8 = Utf8.encode(text[i]);
            hex[i] = Hex.encode(utf8, 0, utf8.length);
        }
        return bytes(Column.string("x"), hex);
    }

    static String hex(ByteWriter out) {
        return Hex.encode(out.array(), 0, out.length());
    }
}
