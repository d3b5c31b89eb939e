package space.opensensor.crypto;

/** A running SHA-256 (FIPS 180-4). Updating and finishing allocate nothing that the platform does not need itself. */
public interface Sha256 {

    /** Bytes of a digest. */
    int DIGEST_BYTES = 32;

    /** Bytes of the block the function works on. */
    int BLOCK_BYTES = 64;

    /** Forgets everything hashed so far. */
    void reset();

    /** Hashes {@code length} bytes from {@code offset} on. */
    void update(byte[] bytes, int offset, int length);

    /**
     * Finishes, and starts anew.
     *
     * @param target receives {@value #DIGEST_BYTES} bytes from {@code offset} on.
     */
    void digest(byte[] target, int offset);
}
