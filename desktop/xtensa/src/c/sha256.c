/* SHA-256 (FIPS 180-4, section 6.2) in C: what a board's platform has beneath java.security.MessageDigest. */
#include "host.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK_BYTES = 64, LENGTH_AT = 56 };

/* Lies in an int[26] of the caller. */
struct sha256 {
    uint32_t state[8];
    uint32_t buffered;
    uint32_t blocks;
    uint8_t block[BLOCK_BYTES];
};

static const uint32_t INITIAL[8] = {
    0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
};

static const uint32_t ROUND[64] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2
};

static uint64_t ticks;

static uint32_t rotate(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

static void put(uint8_t *target, uint32_t value) {
    target[0] = (uint8_t) (value >> 24);
    target[1] = (uint8_t) (value >> 16);
    target[2] = (uint8_t) (value >> 8);
    target[3] = (uint8_t) value;
}

static void compress(struct sha256 *sha, const uint8_t *in) {
    uint32_t w[64];
    for (int t = 0; t < 16; t++, in += 4) {
        w[t] = (uint32_t) in[0] << 24 | (uint32_t) in[1] << 16 | (uint32_t) in[2] << 8 | in[3];
    }
    for (int t = 16; t < 64; t++) {
        uint32_t x = w[t - 15];
        uint32_t y = w[t - 2];
        w[t] = w[t - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ x >> 3) + w[t - 7] + (rotate(y, 17) ^ rotate(y, 19) ^ y >> 10);
    }
    uint32_t *s = sha->state;
    uint32_t a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
    for (int t = 0; t < 64; t++) {
        uint32_t t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + ROUND[t] + w[t];
        uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    uint32_t worked[8] = { a, b, c, d, e, f, g, h };
    for (int i = 0; i < 8; i++) {
        s[i] += worked[i];
    }
    sha->blocks++;
}

static void start(struct sha256 *sha) {
    memcpy(sha->state, INITIAL, sizeof INITIAL);
    sha->buffered = 0;
    sha->blocks = 0;
}

static void update(struct sha256 *sha, const uint8_t *bytes, uint32_t length) {
    while (length > 0) {
        if (sha->buffered == 0 && length >= BLOCK_BYTES) {
            compress(sha, bytes);
            bytes += BLOCK_BYTES;
            length -= BLOCK_BYTES;
            continue;
        }
        uint32_t room = BLOCK_BYTES - sha->buffered;
        uint32_t part = length < room ? length : room;
        memcpy(sha->block + sha->buffered, bytes, part);
        sha->buffered += part;
        bytes += part;
        length -= part;
        if (sha->buffered == BLOCK_BYTES) {
            compress(sha, sha->block);
            sha->buffered = 0;
        }
    }
}

static void finish(struct sha256 *sha, uint8_t *digest) {
    uint64_t bits = ((uint64_t) sha->blocks * BLOCK_BYTES + sha->buffered) * 8;
    sha->block[sha->buffered++] = 0x80;
    if (sha->buffered > LENGTH_AT) {
        memset(sha->block + sha->buffered, 0, BLOCK_BYTES - sha->buffered);
        compress(sha, sha->block);
        sha->buffered = 0;
    }
    memset(sha->block + sha->buffered, 0, LENGTH_AT - sha->buffered);
    put(sha->block + LENGTH_AT, (uint32_t) (bits >> 32));
    put(sha->block + LENGTH_AT + 4, (uint32_t) bits);
    compress(sha, sha->block);
    for (int i = 0; i < 8; i++) {
        put(digest + 4 * i, sha->state[i]);
    }
    start(sha);
}

void sha256_start(void *sha) {
    uint32_t begun = host_clock();
    start(sha);
    ticks += (uint32_t) (host_clock() - begun);
}

void sha256_update(void *sha, void *bytes, int32_t length) {
    uint32_t begun = host_clock();
    update(sha, bytes, (uint32_t) length);
    ticks += (uint32_t) (host_clock() - begun);
}

void sha256_finish(void *sha, void *digest) {
    uint32_t begun = host_clock();
    finish(sha, digest);
    ticks += (uint32_t) (host_clock() - begun);
}

/* Instructions executed in the functions above. */
int64_t sha256_instructions(void) {
    return host_instructions_of(ticks);
}
