package space.opensensor.crypto;

import static org.junit.Assert.assertEquals;

import java.security.NoSuchAlgorithmException;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** HMAC-SHA-256 against the test cases of RFC 4231, section 4. */
public class HmacSha256Test {

    private static final String[][] CASES = {
            {"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "4869205468657265",
                    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
            {"4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
                    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
            {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", repeat("dd", 50),
                    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
            {repeat("aa", 131), Hex.encode(Utf8.encode("Test Using Larger Than Block-Size Key - Hash Key First")),
                    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"}};

    private static String repeat(String text, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(text);
        }
        return all.toString();
    }

    private static void check(HmacSha256 hmac) {
        byte[] mac = new byte[Sha256.DIGEST_BYTES];
        for (int i = 0; i < CASES.length; i++) {
            byte[] key = Hex.decode(CASES[i][0]);
            byte[] message = Hex.decode(CASES[i][1]);
            hmac.setKey(key, 0, key.length);
            for (int again = 0; again < 2; again++) {
                hmac.update(message, 0, message.length);
                hmac.mac(mac, 0);
                assertEquals(CASES[i][2], Hex.encode(mac));
            }
        }
    }

    @Test
    public void ownCodeGivesThePublishedValuesAndKeepsItsKey() {
        check(new JavaHmacSha256());
    }

    @Test
    public void thePlatformGivesThePublishedValuesAndKeepsItsKey() throws NoSuchAlgorithmException {
        check(new PlatformHmacSha256());
    }
}
