/* Console of the compiled program (-DTEAVM_CUSTOM_LOG=1): picolibc has no wide characters. */
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

static char line[128];
static unsigned filled;

static void put(int byte) {
    line[filled++] = (char) byte;
    if (byte == '\n' || filled == sizeof line) {
        (void) !write(1, line, filled);
        filled = 0;
    }
}

void teavm_logCodePoint(int32_t c) {
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 63));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 63));
        put(0x80 | (c & 63));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 63));
        put(0x80 | (c >> 6 & 63));
        put(0x80 | (c & 63));
    }
}

void teavm_printString(uint16_t *text) {
    while (*text) {
        teavm_logCodePoint(*text++);
    }
}

void teavm_printWString(uint16_t *text) {
    teavm_printString(text);
}

void teavm_printInt(int32_t value) {
    char digits[16];
    int n = snprintf(digits, sizeof digits, "%ld", (long) value);
    for (int i = 0; i < n; i++) {
        put(digits[i]);
    }
}
