package space.opensensor.parquet;

import space.opensensor.bytes.LittleEndian;

/** The hash function of bloom filters: xxHash, 64 bits, seed 0 (BloomFilter.md; xxHash specification 0.1.1). */
final class XxHash64 {

    private static final long PRIME1 = 0x9E3779B185EBCA87L;
    private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME3 = 0x165667B19E3779F9L;
    private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME5 = 0x27D4EB2F165667C5L;

    private XxHash64() {
    }

    /** Returns the hash of 4 bytes, little-endian. */
    static long hash(int value) {
        return avalanche(mix4(PRIME5 + 4, value));
    }

    /** Returns the hash of 8 bytes, little-endian. */
    static long hash(long value) {
        return avalanche(mix8(PRIME5 + 8, value));
    }

    /** Returns the hash of some bytes. */
    static long hash(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        long hash = PRIME5;
        if (length >= 32) {
            hash = stripes(bytes, at, end);
            at += length & ~31;
        }
        hash += length;
        for (; end - at >= 8; at += 8) {
            hash = mix8(hash, LittleEndian.getLong(bytes, at));
        }
        if (end - at >= 4) {
            hash = mix4(hash, LittleEndian.getInt(bytes, at));
            at += 4;
        }
        for (; at < end; at++) {
            hash = rotate(hash ^ (bytes[at] & 0xFF) * PRIME5, 11) * PRIME1;
        }
        return avalanche(hash);
    }

    private static long stripes(byte[] bytes, int offset, int end) {
        long a = PRIME1 + PRIME2;
        long b = PRIME2;
        long c = 0;
        long d = -PRIME1;
        for (int at = offset; end - at >= 32; at += 32) {
            a = round(a, LittleEndian.getLong(bytes, at));
            b = round(b, LittleEndian.getLong(bytes, at + 8));
            c = round(c, LittleEndian.getLong(bytes, at + 16));
            d = round(d, LittleEndian.getLong(bytes, at + 24));
        }
        long hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
        return merge(merge(merge(merge(hash, a), b), c), d);
    }

    private static long merge(long hash, long accumulator) {
        return (hash ^ round(0, accumulator)) * PRIME1 + PRIME4;
    }

    private static long round(long accumulator, long input) {
        return rotate(accumulator + input * PRIME2, 31) * PRIME1;
    }

    private static long mix8(long hash, long value) {
        return rotate(hash ^ round(0, value), 27) * PRIME1 + PRIME4;
    }

    private static long mix4(long hash, int value) {
        return rotate(hash ^ (value & 0xFFFFFFFFL) * PRIME1, 23) * PRIME2 + PRIME3;
    }

    private static long avalanche(long hash) {
        long h = (hash ^ hash >>> 33) * PRIME2;
        h = (h ^ h >>> 29) * PRIME3;
        return h ^ h >>> 32;
    }

    private static long rotate(long value, int bits) {
        return value << bits | value >>> 64 - bits;
    }
}
