/* Numbers from the registers of a sensor. */
#ifndef REGISTERS_H
#define REGISTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline uint16_t unsigned16(const uint8_t *little_endian) {
    return (uint16_t)(little_endian[0] | little_endian[1] << 8);
}

static inline int16_t signed16(const uint8_t *little_endian) {
    return (int16_t)unsigned16(little_endian);
}

/* A sample of 20 bits, as Bosch's sensors keep it: most significant byte first, four bits in the third. */
static inline int32_t sample20(const uint8_t *msb) {
    return (int32_t)((uint32_t)msb[0] << 12 | (uint32_t)msb[1] << 4 | (uint32_t)msb[2] >> 4);
}

/* Whether all bytes are alike, as from erased memory or a line held at one level. */
static inline bool all_alike(const uint8_t *bytes, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (bytes[i] != bytes[0]) {
            return false;
        }
    }
    return true;
}

#endif
