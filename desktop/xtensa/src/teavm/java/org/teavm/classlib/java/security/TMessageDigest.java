package org.teavm.classlib.java.security;

import org.teavm.interop.Address;
import org.teavm.interop.Import;

import space.opensensor.xtensa.Platform;

/** Hash functions of the platform, which the class library of the compiler lacks: SHA-256 in C, if the program wants it. */
public final class TMessageDigest {

    private static final int DIGEST_BYTES = 32;
    private static final int STATE_WORDS = 26;

    private final int[] state = new int[STATE_WORDS];

    private TMessageDigest() {
        start(Address.ofData(this.state));
    }

    /** @throws TNoSuchAlgorithmException for all but SHA-256, and for that one unless the {@link Platform} has it. */
    public static TMessageDigest getInstance(String algorithm) throws TNoSuchAlgorithmException {
        if (Platform.hasSha256() && algorithm.equals("SHA-256")) {
            return new TMessageDigest();
        }
        throw new TNoSuchAlgorithmException(algorithm);
    }

    /** Takes bytes. */
    public void update(byte[] bytes, int offset, int length) {
        update(Address.ofData(this.state), Address.ofData(bytes).add(offset), length);
    }

    /** @return the digest. */
    public byte[] digest() {
        byte[] digest = new byte[DIGEST_BYTES];
        finish(Address.ofData(this.state), Address.ofData(digest));
        return digest;
    }

    @Import(name = "sha256_start")
    private static native void start(Address state);

    @Import(name = "sha256_update")
    private static native void update(Address state, Address bytes, int length);

    @Import(name = "sha256_finish")
    private static native void finish(Address state, Address digest);
}
