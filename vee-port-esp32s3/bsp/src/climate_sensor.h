/* A BME280, BME680 or BME688 on the I2C bus, at 0x76 or 0x77: searched, set up, then measured in forced mode. */
#ifndef CLIMATE_SENSOR_H
#define CLIMATE_SENSOR_H

#include <stdbool.h>

#include "bme280.h"
#include "bme680.h"

/* Starts all zero: the first step searches. */
struct climate_sensor {
    struct sensor sensor;
    int64_t due;       /* when step has something to do, milliseconds since the boot */
    int64_t triggered; /* when the measurement under way began */
    uint8_t phase, address, variant, tries, failures, repeats;
    uint8_t last[BME280_RAW]; /* the raw measurement before */
    float ambient;            /* degree Celsius, for the heater */
    union {
        struct bme280_calibration bme280;
        struct bme680_calibration bme680;
    } calibration;
};

/* Does what is due at now, milliseconds since the boot: at most eight transfers. True if climate holds a new
 * measurement; one is taken every period milliseconds. */
bool climate_sensor_step(struct climate_sensor *sensor, int64_t now, int period, struct climate *climate);

#endif
