package space.opensensor.provision;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.Test;

/**
 * {@link NvsImage} and {@link NvsKeys}. The sums are those of images that nvs_partition_gen.py of ESP-IDF 5.0.1 made of the
 * same settings and keys; it marks the last page full, where ours goes on taking entries. The NVS library of ESP-IDF 5.0.1,
 * built for a desktop, reads and continues both images too (docs/board.md).
 */
public class NvsImageTest {

    private static final int FOUR_PAGES = 4 * 4096;
    private static final int STATE_OF_LAST_PAGE = 2 * 4096;
    private static final byte FULL = (byte) 0xFC;

    @Test
    public void isWhatTheGeneratorOfEspIdfMakes() throws Exception {
        byte[] image = sample().bytes();
        image[STATE_OF_LAST_PAGE] = FULL;
        assertEquals("89f3f55a5e8e4e7f7288360027cfab3809061399a92259e0d51d751cb659fc56", sha256(image));
    }

    @Test
    public void isEncryptedAsTheGeneratorOfEspIdfDoes() throws Exception {
        byte[] image = keys().encrypt(sample().bytes());
        image[STATE_OF_LAST_PAGE] = FULL;
        assertEquals("31d0187a202210ab1e1d4e20e70f98dbae5c56bcd90f28668529f4dfe961b9dd", sha256(image));
    }

    @Test
    public void keysAreStoredAsTheGeneratorOfEspIdfDoes() throws Exception {
        byte[] partition = keys().partition();
        assertEquals(4096, partition.length);
        assertEquals("f5a98cc3e8b10d8d0a275e89ba37e470e44f37fa31dd73ab06e6b7ba8ccce64e", sha256(partition));
        assertArrayEquals(partition, NvsKeys.of(partition).partition());
    }

    @Test
    public void readerReadsWhatWasWritten() {
        NvsImage image = new NvsImage(16 * 4096, "station");
        Map<String, String> expected = new LinkedHashMap<>();
        for (int length = 0; length <= 3999; length = length * 2 + 1) {
            image.text("k" + length, "B\u00fc".repeat(length).substring(0, length / 2));
            expected.put("station/k" + length, "B\u00fc".repeat(length).substring(0, length / 2));
        }
        image.text("session_token", "t".repeat(3999));
        expected.put("station/session_token", "t".repeat(3999));
        assertEquals(expected, NvsReader.read(image.bytes()));
        NvsKeys keys = NvsKeys.random();
        assertEquals(expected, NvsReader.read(keys.decrypt(keys.encrypt(image.bytes()))));
    }

    @Test
    public void aTextMayFillAPageToTheLastEntry() {
        NvsImage image = new NvsImage(3 * 4096, "station");
        image.text("a", "x".repeat(124 * 32 - 1));
        image.text("b", "y".repeat(125 * 32 - 1));
        assertEquals(2, NvsReader.read(image.bytes()).size());
    }

    @Test
    public void nothingOfASettingIsPlainInAnEncryptedImage() {
        String image = new String(keys().encrypt(sample().bytes()), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(image.contains("xxxx"));
        assertFalse(image.contains("wifi"));
        assertTrue(new String(sample().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("wifi_pass"));
    }

    @Test
    public void readerRefusesEveryFlippedBitOfAnEntryInUse() {
        byte[] image = small();
        int refused = 0;
        int same = 0;
        Map<String, String> good = NvsReader.read(image);
        for (int bit = 0; bit < (64 + 3 * 32) * 8; bit++) {
            byte[] damaged = image.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                same += NvsReader.read(damaged).equals(good) ? 1 : 0;
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused + " of " + (64 + 96) * 8 + " refused", refused > 900);
        assertTrue(same + " accepted: unused bits of the state, the bitmap and the padding", same < 300);
    }

    @Test
    public void readerRefusesWhatIsNoPlainImage() {
        refuses("offset 0x0: an image has whole pages of 4096 bytes", () -> NvsReader.read(new byte[100]));
        refuses("offset 0x0: a page is neither in use nor full", () -> NvsReader.read(new byte[4096]));
        refuses("offset 0x40: the check sum of an entry is wrong: damaged or encrypted",
                () -> NvsReader.read(keys().encrypt(small())));
        byte[] keysOfZero = new byte[4096];
        refuses("keys: this is no image of an nvs_keys partition of 4096 bytes", () -> NvsKeys.of(keysOfZero));
    }

    @Test
    public void refusesWhatNvsCannotHoldAndShowsNoValue() {
        NvsImage image = new NvsImage(3 * 4096, "station");
        refuses("nvs: 8192 bytes are not allowed; 3 or more pages of 4096 are", () -> new NvsImage(8192, "station"));
        refuses("\"sixteen_letters_\": a name in NVS has 1 to 15 ASCII characters", () -> image.text("sixteen_letters_", "x"));
        refuses("secret_key: NVS takes texts of at most 3999 bytes without zeros", () -> image.text("secret_key", "s".repeat(4000)));
        refuses("secret_key: NVS takes texts of at most 3999 bytes without zeros", () -> image.text("secret_key", "a\0b"));
        image.text("a", "s".repeat(3999));
        refuses("nvs: the settings do not fit into 12288 bytes", () -> image.text("b", "s".repeat(3999)));
    }

    /** IEEE 1619-2007, annex B, vector 10: XTS-AES-256, first two blocks of data unit ff. */
    @Test
    public void encryptsTheVectorOfTheStandard() {
        byte[] keys = HexFormat.of().parseHex("2718281828459045235360287471352662497757247093699959574966967627"
                + "3141592653589793238462643383279502884197169399375105820974944592");
        byte[] unit = new byte[32];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (byte) i;
        }
        byte[] plain = unit.clone();
        new XtsAes(keys, javax.crypto.Cipher.ENCRYPT_MODE).unit(unit, 0, 32, 0xFF);
        assertEquals("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b", HexFormat.of().formatHex(unit));
        new XtsAes(keys, javax.crypto.Cipher.DECRYPT_MODE).unit(unit, 0, 32, 0xFF);
        assertArrayEquals(plain, unit);
    }

    static NvsKeys keys() {
        byte[] partition = new byte[4096];
        Arrays.fill(partition, (byte) 0xFF);
        for (int i = 0; i < 64; i++) {
            partition[i] = (byte) i;
        }
        byte[] sum = HexFormat.of().parseHex("45527c9a");
        System.arraycopy(sum, 0, partition, 64, 4);
        return NvsKeys.of(partition);
    }

    private static NvsImage sample() {
        NvsImage image = new NvsImage(FOUR_PAGES, "station");
        image.text("station", "attic-1");
        image.text("mode", "online");
        image.text("endpoint", "https://s3.eu-central-1.amazonaws.com");
        image.text("secret_key", "x".repeat(31));
        image.text("prefix", "y".repeat(32));
        image.text("session_token", "t".repeat(3900));
        image.text("wifi_ssid", "Buero");
        image.text("wifi_pass", "a,b\"c=d");
        return image;
    }

    private static byte[] small() {
        NvsImage image = new NvsImage(3 * 4096, "station");
        image.text("wifi_pass", "correct horse");
        return image.bytes();
    }

    private static void refuses(String message, Runnable work) {
        try {
            work.run();
            fail("accepted what it should refuse: " + message);
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage(), e.getMessage().endsWith(message));
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
