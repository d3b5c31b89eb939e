package space.opensensor.bytes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import org.junit.Test;

/** The bytes package against published values. */
public class BytesTest {

    @Test
    public void writesLittleEndianValuesAndVarints() {
        ByteWriter writer = new ByteWriter(64);
        writer.writeByte(0x1FF);
        writer.writeShortLe(0x1234);
        writer.writeIntLe(0x12345678);
        writer.writeLongLe(0x1122334455667788L);
        writer.writeVarint(300);
        writer.writeVarint(-1);
        writer.writeZigzagVarint(-2);
        writer.writeZigzagVarlong(Long.MIN_VALUE);
        assertEquals("ff3412785634128877665544332211ac02ffffffff0f03ffffffffffffffffff01",
                Hex.encode(writer.array(), 0, writer.length()));
        assertEquals(0x12345678, LittleEndian.getInt(writer.array(), 3));
        assertEquals(0x1122334455667788L, LittleEndian.getLong(writer.array(), 7));
        assertEquals(0x1234, LittleEndian.getShort(writer.array(), 1));
    }

    @Test
    public void remembersThatAValueDidNotFitUntilCleared() {
        ByteWriter writer = new ByteWriter(5);
        writer.writeIntLe(1);
        writer.writeShortLe(2);
        assertTrue(writer.overflowed());
        assertEquals(4, writer.length());
        writer.writeByte(3);
        assertTrue(writer.overflowed());
        writer.clear();
        assertFalse(writer.overflowed());
        assertEquals(0, writer.length());
    }

    @Test
    public void computesThePublishedCheckValues() {
        byte[] digits = Utf8.encode("123456789");
        assertEquals(0xCBF43926, Crc32.IEEE.update(0, digits, 0, 9));
        assertEquals(0xE3069283, Crc32.CASTAGNOLI.update(0, digits, 0, 9));
        int crc = Crc32.IEEE.update(0, digits, 0, 4);
        crc = Crc32.IEEE.update(crc, digits[4]);
        assertEquals(0xCBF43926, Crc32.IEEE.update(crc, digits, 5, 4));
    }

    @Test
    public void encodesTextAsUtf8() {
        assertEquals("61c3bce697a5f09f8ca1", Hex.encode(Utf8.encode("a\u00fc\u65e5\ud83c\udf21")));
        assertEquals("613f", Hex.encode(Utf8.encode("a\ud83c")));
        byte[] bytes = Hex.decode("61C3BCE697A5F09F8CA1");
        assertEquals("a\u00fc\u65e5\ud83c\udf21", Utf8.decode(bytes, 0, bytes.length));
    }

    @Test
    public void replacesMalformedUtf8ByteByByte() {
        String[] malformed = { "80", "c080", "e08080", "eda080", "f4908080", "f8", "c3", "e697" };
        for (int i = 0; i < malformed.length; i++) {
            byte[] bytes = Hex.decode(malformed[i]);
            String text = Utf8.decode(bytes, 0, bytes.length);
            assertEquals(malformed[i], bytes.length, text.length());
            assertEquals(malformed[i], '\uFFFD', text.charAt(0));
        }
    }

    @Test
    public void encodesBase64AsInRfc4648Section10() {
        String[] expected = { "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy" };
        byte[] foobar = Utf8.encode("foobar");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], Base64.encode(foobar, 0, i));
            assertEquals(Hex.encode(Utf8.encode("foobar".substring(0, i))), Hex.encode(Base64.decode(expected[i])));
        }
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertEquals(Hex.encode(all), Hex.encode(Base64.decode(Base64.encode(all, 0, all.length))));
    }

    @Test
    public void rejectsWhatIsNoBase64() {
        String[] bad = { "Z", "Zg", "Zg=", "=", "====", "Zg==\n", "Zm9v Zg=", "Z===", "Zm=v", "Zm9-" };
        for (int i = 0; i < bad.length; i++) {
            try {
                Base64.decode(bad[i]);
                fail(bad[i]);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("Base64: "));
            }
        }
    }

    @Test
    public void rejectsWhatIsNoHexadecimalNumber() {
        String[] bad = { "0", "0g", "-1" };
        for (int i = 0; i < bad.length; i++) {
            try {
                Hex.decode(bad[i]);
                fail(bad[i]);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage(), e.getMessage().indexOf("digit") >= 0);
            }
        }
    }

    @Test
    public void comparesAsciiLettersOfEitherCase() {
        assertTrue(Ascii.equalsIgnoreCase("0000001f.SEG", "0000001F.seg"));
        assertFalse(Ascii.equalsIgnoreCase("a", "aa"));
        assertFalse(Ascii.equalsIgnoreCase("@[", "`{"));
    }
}
