/* Bosch BME280: calibration data and compensation, data sheet BST-BME280-DS002, sections 4.2.2, 4.2.3 and 8.1. */
#ifndef BME280_H
#define BME280_H

#include <stdbool.h>
#include <stdint.h>

#include "climate.h"
#include "sensor.h"

#define BME280_LOW 26 /* calibration registers 0x88 to 0xA1 */
#define BME280_HIGH 7 /* calibration registers 0xE1 to 0xE7 */
#define BME280_RAW 8  /* data registers 0xF7 to 0xFE */

struct bme280_calibration {
    uint16_t t1, p1;
    int16_t t2, t3, p2, p3, p4, p5, p6, p7, p8, p9, h2, h4, h5;
    uint8_t h1, h3;
    int8_t h6;
};

/* Reads calibration data; false for data that no BME280 has: all bytes alike, or a divisor or slope that is not
 * positive. */
bool bme280_parse(struct bme280_calibration *calibration, const uint8_t low[BME280_LOW],
        const uint8_t high[BME280_HIGH]);

/* Compensates a measurement. SENSOR_OK, or SENSOR_RANGE: not measured, or beyond the sensor; climate is then
 * unchanged. */
enum sensor_state bme280_decode(const struct bme280_calibration *calibration, const uint8_t raw[BME280_RAW],
                                struct climate *climate);

#endif
