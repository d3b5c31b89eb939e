package space.opensensor.crypto;

import static org.junit.Assert.assertEquals;

import java.security.NoSuchAlgorithmException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** SHA-256 against the examples of FIPS 180-4 (NIST CSRC, "Secure Hashing" examples), and own code against the platform. */
public class Sha256Test {

    private static String hash(Sha256 sha, byte[] bytes) {
        byte[] digest = new byte[Sha256.DIGEST_BYTES];
        sha.update(bytes, 0, bytes.length);
        sha.digest(digest, 0);
        return Hex.encode(digest);
    }

    @Test
    public void hashesTheExamplesOfTheStandard() {
        Sha256 sha = new JavaSha256();
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash(sha, new byte[0]));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash(sha, Utf8.encode("abc")));
        assertEquals("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                hash(sha, Utf8.encode("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")));
    }

    @Test
    public void equalsThePlatformForEveryLengthAroundTheBlocksHoweverItIsCut() throws NoSuchAlgorithmException {
        Random random = new Random(1);
        Sha256 own = new JavaSha256();
        Sha256 platform = new PlatformSha256();
        byte[] digest = new byte[Sha256.DIGEST_BYTES];
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (int at = 0; at < length;) {
                int part = Math.min(length - at, random.nextInt(100));
                own.update(bytes, at, part);
                at += part;
            }
            own.digest(digest, 0);
            assertEquals("length " + length, hash(platform, bytes), Hex.encode(digest));
        }
    }

    @Test
    public void resetForgetsWhatWasHashed() {
        Sha256 sha = new JavaSha256();
        sha.update(new byte[100], 0, 100);
        sha.reset();
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash(sha, Utf8.encode("abc")));
    }
}
