package space.opensensor.crypto;

/** HMAC-SHA-256 (RFC 2104) whose key stays set: any number of messages can follow one {@link #setKey}. */
public interface HmacSha256 {

    /** Bytes that the key's are changed by, before and behind the message. */
    int INNER_PAD = 0x36;
    int OUTER_PAD = 0x5C;

    /**
     * Sets the key and starts a message.
     *
     * @param key the key's bytes lie from {@code offset} on; they are not kept.
     * @param length 1 or more.
     */
    void setKey(byte[] key, int offset, int length);

    /** Adds {@code length} bytes from {@code offset} on to the message. */
    void update(byte[] bytes, int offset, int length);

    /**
     * Finishes the message, and starts the next one under the same key.
     *
     * @param target receives {@link Sha256#DIGEST_BYTES} bytes from {@code offset} on.
     */
    void mac(byte[] target, int offset);
}
