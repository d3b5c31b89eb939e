/* Rohm BH1750FVI: illuminance of a measurement in H-resolution mode, data sheet 2011.11 rev. D: counts / 1.2. */
#ifndef BH1750_H
#define BH1750_H

#include <stdint.h>

#include "sensor.h"

/* SENSOR_OK and lux, or SENSOR_RANGE: saturated. */
static inline enum sensor_state bh1750_decode(const uint8_t data[2], float *lux) {
    unsigned count = (unsigned)data[0] << 8 | data[1];
    if (count == 0xFFFF) {
        return SENSOR_RANGE;
    }
    *lux = (float)(count / 1.2);
    return SENSOR_OK;
}

#endif
