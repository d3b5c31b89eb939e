/* A PMS5003 on the UART, in the active mode that it starts with: a frame every 200 to 800 ms. */
#ifndef PARTICLE_SENSOR_H
#define PARTICLE_SENSOR_H

#include <stdbool.h>
#include <stdint.h>

#include "pms5003.h"
#include "sensor.h"

/* Starts all zero. */
struct particle_sensor {
    struct sensor sensor;
    struct pms5003 machine;
    int64_t first; /* when the first step was, milliseconds since the boot; 0 before */
    int64_t heard; /* when the last whole frame came */
    uint8_t last[PMS5003_FRAME];
    uint16_t repeats;
};

/* Takes what has arrived by now, milliseconds since the boot, without waiting. True if mass holds a new measurement:
 * PM1.0, PM2.5 and PM10 in microgram per cubic metre. The values of the first 30 seconds do not count, while the fan
 * gathers speed. */
bool particle_sensor_step(struct particle_sensor *sensor, int64_t now, float mass[3]);

#endif
