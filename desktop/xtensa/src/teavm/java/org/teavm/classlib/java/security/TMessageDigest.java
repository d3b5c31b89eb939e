package org.teavm.classlib.java.security;

/** A platform without hash functions: what the class library of the compiler lacks, so that own code does the work. */
public abstract class TMessageDigest {

    /** @throws TNoSuchAlgorithmException always. */
    public static TMessageDigest getInstance(String algorithm) throws TNoSuchAlgorithmException {
        throw new TNoSuchAlgorithmException(algorithm);
    }

    /** Takes bytes. */
    public abstract void update(byte[] bytes, int offset, int length);

    /** @return the digest. */
    public abstract byte[] digest();
}
