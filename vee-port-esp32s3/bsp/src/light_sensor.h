/* An LTR-559 (0x23) or a BH1750 (0x23 or 0x5C) on the I2C bus. A BH1750 has no identification: who answers at 0x23
 * without Lite-On's manufacturer code is taken for one. */
#ifndef LIGHT_SENSOR_H
#define LIGHT_SENSOR_H

#include <stdbool.h>
#include <stdint.h>

#include "sensor.h"

/* Starts all zero: the first step searches. */
struct light_sensor {
    struct sensor sensor;
    int64_t due;       /* when step has something to do, milliseconds since the boot */
    int64_t triggered; /* when the measurement under way began */
    uint8_t phase, address, tries, failures;
    bool sensitive;    /* LTR-559: gain 48 instead of 1 */
};

/* Does what is due at now, milliseconds since the boot: at most three transfers. True if lux holds a new measurement;
 * one is taken every period milliseconds. */
bool light_sensor_step(struct light_sensor *sensor, int64_t now, int period, float *lux);

/* Lets an LTR-559 rest, which measures on its own otherwise. */
void light_sensor_rest(struct light_sensor *sensor);

#endif
