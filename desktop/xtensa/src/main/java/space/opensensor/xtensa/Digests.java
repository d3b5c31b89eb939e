package space.opensensor.xtensa;

import java.security.NoSuchAlgorithmException;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.PlatformSha256;
import space.opensensor.crypto.Sha256;

/** SHA-256 of the platform and of the product: examples of the standard, all short lengths, any parts; into {@code digests.txt}. */
final class Digests {

    private static final int LONGEST = 200;
    private static final int THOUSAND = 1000;

    /** Messages of FIPS 180-4 and their digests. */
    private static final String[][] EXAMPLES = {
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" } };
    private static final String A_MILLION_TIMES = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

    private final Recorder out = new Recorder("digests.txt");
    private final byte[] message = new byte[LONGEST];
    private final byte[] digest = new byte[Sha256.DIGEST_BYTES];

    /** Writes the digests; fails if one is not the example's, or the platform's is not the product's. */
    void run() throws NoSuchAlgorithmException {
        Platform.setSha256(true);
        Sha256 platform = new PlatformSha256();
        Sha256 own = new JavaSha256();
        for (int i = 0; i < EXAMPLES.length; i++) {
            check(repeated(platform, Utf8.encode(EXAMPLES[i][0]), 1), EXAMPLES[i][1]);
            check(repeated(own, Utf8.encode(EXAMPLES[i][0]), 1), EXAMPLES[i][1]);
        }
        byte[] a = new byte[THOUSAND];
        for (int i = 0; i < THOUSAND; i++) {
            a[i] = 'a';
        }
        check(repeated(platform, a, THOUSAND), A_MILLION_TIMES);
        check(repeated(own, a, THOUSAND), A_MILLION_TIMES);
        for (int length = 0; length <= LONGEST; length++) {
            for (int part = 1; part <= LONGEST; part += 21) {
                String expected = inParts(own, length, length + 1);
                check(inParts(platform, length, part), expected);
                this.out.line(expected);
            }
        }
    }

    private String repeated(Sha256 sha, byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            sha.update(bytes, 0, bytes.length);
        }
        return finish(sha);
    }

    private String inParts(Sha256 sha, int length, int part) {
        for (int i = 0; i < length; i++) {
            this.message[i] = (byte) (i * length);
        }
        for (int at = 0; at < length; at += part) {
            sha.update(this.message, at, Math.min(part, length - at));
        }
        return finish(sha);
    }

    private String finish(Sha256 sha) {
        sha.digest(this.digest, 0);
        return Hex.encode(this.digest);
    }

    private static void check(String found, String expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("SHA-256 is " + found + ", not " + expected);
        }
    }
}
