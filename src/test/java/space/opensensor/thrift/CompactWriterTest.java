package space.opensensor.thrift;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Hex;

/** Bytes of the compact protocol, as thrift-compact-protocol.md describes them. */
public class CompactWriterTest {

    private final ByteWriter out = new ByteWriter(256);
    private final CompactWriter thrift = new CompactWriter(this.out);

    private String written() {
        return Hex.encode(this.out.array(), 0, this.out.length());
    }

    @Test
    public void putsIdDifferenceAndTypeIntoOneByte() {
        this.thrift.beginStruct();
        this.thrift.i32(1, 150);
        this.thrift.i64(3, -1);
        this.thrift.i8(4, -2);
        this.thrift.endStruct();
        assertEquals("15ac02" + "2601" + "13fe" + "00", written());
    }

    @Test
    public void writesLongFormOfAFieldHeaderForFarIds() {
        this.thrift.beginStruct();
        this.thrift.i32(16, 1);
        this.thrift.i32(31, 1);
        this.thrift.i32(47, 1);
        this.thrift.endStruct();
        assertEquals("052002" + "f502" + "055e02" + "00", written());
    }

    @Test
    public void putsTruthValuesIntoTheFieldHeader() {
        this.thrift.beginStruct();
        this.thrift.bool(1, true);
        this.thrift.bool(2, false);
        this.thrift.endStruct();
        assertEquals("111200", written());
    }

    @Test
    public void countsIdsAnewInEachStruct() {
        this.thrift.beginStruct();
        this.thrift.beginStruct(5);
        this.thrift.i32(1, 0);
        this.thrift.emptyStruct(2);
        this.thrift.endStruct();
        this.thrift.i32(6, 0);
        this.thrift.endStruct();
        assertEquals("5c" + "1500" + "1c00" + "00" + "1500" + "00", written());
    }

    @Test
    public void writesShortAndLongListHeaders() {
        this.thrift.beginStruct();
        this.thrift.list(1, CompactWriter.I32, 14);
        for (int i = 0; i < 14; i++) {
            this.thrift.i32Element(0);
        }
        this.thrift.list(2, CompactWriter.BOOL, 15);
        for (int i = 0; i < 15; i++) {
            this.thrift.boolElement(i == 0);
        }
        this.thrift.endStruct();
        assertEquals("19e5" + "0000000000000000000000000000" + "19f20f" + "010202020202020202020202020202" + "00",
                written());
    }

    @Test
    public void writesBytesWithTheirLengthAndDoublesLittleEndian() {
        this.thrift.beginStruct();
        this.thrift.binary(1, new byte[] { 9, 'a', 'b' }, 1, 2);
        this.thrift.float64(2, 1.0);
        this.thrift.list(3, CompactWriter.BINARY, 1);
        this.thrift.binaryElement(new byte[0], 0, 0);
        this.thrift.list(4, CompactWriter.I64, 1);
        this.thrift.i64Element(Long.MIN_VALUE);
        this.thrift.endStruct();
        assertEquals("18026162" + "17000000000000f03f" + "191800" + "1916ffffffffffffffffff01" + "00", written());
    }

    @Test
    public void continuesAStructThatWasBegunElsewhere() {
        this.thrift.continueStruct(2);
        this.thrift.i64(3, 1);
        this.thrift.endStruct();
        assertEquals("160200", written());
    }

    @Test
    public void leavesOverflowToTheByteWriter() {
        ByteWriter small = new ByteWriter(2);
        CompactWriter writer = new CompactWriter(small);
        writer.beginStruct();
        writer.i32(1, 1);
        writer.endStruct();
        assertTrue(small.overflowed());
        assertEquals(2, small.length());
    }
}
