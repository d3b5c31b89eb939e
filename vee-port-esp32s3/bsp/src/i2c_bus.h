/* The I2C bus of the sensors: 100 kHz, internal pull-ups beside those of the modules. Only the task that measures
 * uses it. */
#ifndef I2C_BUS_H
#define I2C_BUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sensor.h"

/* Installs the driver; false without pins or if it refuses. */
bool i2c_bus_open(void);

/* Frees the driver. */
void i2c_bus_close(void);

/* Transfers. SENSOR_OK, SENSOR_ABSENT if nobody acknowledges the address, SENSOR_BUS for anything else; each takes 30
 * ms at the most. */
enum sensor_state i2c_bus_write(uint8_t address, const uint8_t *bytes, size_t count);
enum sensor_state i2c_bus_read(uint8_t address, uint8_t *bytes, size_t count);
enum sensor_state i2c_bus_read_register(uint8_t address, uint8_t first, uint8_t *bytes, size_t count);

#endif
