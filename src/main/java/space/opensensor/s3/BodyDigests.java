package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.bytes.Base64;
import space.opensensor.bytes.Crc32;
import space.opensensor.bytes.Hex;
import space.opensensor.crypto.Hashes;
import space.opensensor.crypto.Md5;
import space.opensensor.crypto.Sha256;

/**
 * What is known about the bytes of the body being uploaded: MD5, check sum, SHA-256. Collected while the body goes out,
 * or by reading it once before.
 */
final class BodyDigests {

    private final Md5 md5 = Md5.create();
    private Sha256 sha;
    private final byte[] md5Bytes = new byte[Md5.DIGEST_BYTES];
    private final byte[] shaBytes = new byte[Sha256.DIGEST_BYTES];
    private final byte[] crcBytes = new byte[4];
    private final int checksum;
    private final Crc32 polynomial;
    private int crc;
    private boolean hashing;
    private boolean known;

    /** @param checksum one of {@link Checksum}. */
    BodyDigests(int checksum) {
        this.checksum = checksum;
        this.polynomial = checksum == Checksum.CRC32 ? Crc32.IEEE
                : checksum == Checksum.CRC32C ? Crc32.CASTAGNOLI : null;
    }

    /** Forgets everything: another body follows. */
    void forget() {
        this.known = false;
        this.hashing = false;
    }

    /** Returns whether the whole body was seen, and its SHA-256 taken if {@code withSha}. */
    boolean known(boolean withSha) {
        return this.known && (this.hashing || !withSha);
    }

    /** Starts over at the first byte of the body. */
    void start(boolean withSha) {
        this.known = false;
        this.hashing = withSha;
        if (withSha) {
            sha().reset();
        }
        this.crc = 0;
        if (this.md5 != null) {
            this.md5.reset();
        }
    }

    /** Takes the next bytes of the body. */
    void update(byte[] bytes, int offset, int length) {
        if (this.md5 != null) {
            this.md5.update(bytes, offset, length);
        }
        if (this.polynomial != null) {
            this.crc = this.polynomial.update(this.crc, bytes, offset, length);
        }
        if (this.hashing) {
            this.sha.update(bytes, offset, length);
        }
    }

    /** The body has ended. */
    void end() {
        if (this.md5 != null) {
            this.md5.digest(this.md5Bytes, 0);
        }
        if (this.hashing) {
            this.sha.digest(this.shaBytes, 0);
        }
        for (int i = 0; i < 4; i++) {
            this.crcBytes[i] = (byte) (this.crc >>> 24 - 8 * i);
        }
        this.known = true;
    }

    /** Reads the whole body now, through a buffer of the caller. */
    void readAll(Body body, BodyReader reader, byte[] buffer, boolean withSha) throws IOException {
        reader.open(body);
        try {
            start(withSha);
            while (reader.left() > 0) {
                int part = (int) Math.min(buffer.length, reader.left());
                reader.readFully(buffer, 0, part);
                update(buffer, 0, part);
            }
            end();
        } finally {
            reader.close();
        }
    }

    /** Returns whether the platform has MD5. */
    boolean hasMd5() {
        return this.md5 != null;
    }

    /** Returns the hash function, free while no SHA-256 of the whole body is being taken. */
    Sha256 sha() {
        if (this.sha == null) {
            this.sha = Hashes.sha256();
        }
        return this.sha;
    }

    /** Returns the SHA-256 in hexadecimal digits. */
    String sha256() {
        return Hex.encode(this.shaBytes);
    }

    /** Returns the value of Content-MD5 (RFC 1864). */
    String contentMd5() {
        return Base64.encode(this.md5Bytes, 0, this.md5Bytes.length);
    }

    /** Returns the value of {@link #checksumHeader}. */
    String checksum() {
        return Base64.encode(this.crcBytes, 0, this.crcBytes.length);
    }

    /** Returns the header or trailer that carries the check sum; null if there is none. */
    String checksumHeader() {
        return checksumHeader(this.checksum);
    }

    static String checksumHeader(int checksum) {
        return checksum == Checksum.CRC32 ? "x-amz-checksum-crc32"
                : checksum == Checksum.CRC32C ? "x-amz-checksum-crc32c" : null;
    }

    /** Returns whether an ETag is this MD5. */
    boolean isMd5(String etag) {
        return this.md5 != null && etag.equals(Hex.encode(this.md5Bytes));
    }
}
