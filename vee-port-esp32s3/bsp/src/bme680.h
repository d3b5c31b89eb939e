/* Bosch BME680 and its successor BME688: calibration data, compensation and heater, data sheet BST-BME680-DS001,
 * sections 3.3 and 3.4, and Bosch's published conversion of the BME688's gas range. */
#ifndef BME680_H
#define BME680_H

#include <stdbool.h>
#include <stdint.h>

#include "climate.h"
#include "sensor.h"

#define BME680_FIRST 23  /* calibration registers 0x8A to 0xA0 */
#define BME680_SECOND 14 /* calibration registers 0xE1 to 0xEE */
#define BME680_THIRD 5   /* calibration registers 0x00 to 0x04 */
#define BME680_FIELD 17  /* data registers 0x1D to 0x2D */

#define BME680_GAS_LOW 0  /* register 0xF0 of a BME680 */
#define BME680_GAS_HIGH 1 /* register 0xF0 of a BME688 */

struct bme680_calibration {
    uint16_t t1, p1, h1, h2;
    int16_t t2, p2, p4, p5, p8, p9, gh2;
    int8_t t3, p3, p6, p7, h3, h4, h5, h7, gh1, gh3, heater_value, switching_error;
    uint8_t p10, h6, heater_range;
};

/* Reads calibration data; false for data that no BME680 has: all bytes alike, or a divisor or slope that is not
 * positive. */
bool bme680_parse(struct bme680_calibration *calibration, const uint8_t first[BME680_FIRST],
                  const uint8_t second[BME680_SECOND], const uint8_t third[BME680_THIRD]);

/* Compensates a measurement that is ready (bit 7 of its first byte). SENSOR_OK, or SENSOR_RANGE: not measured, or
 * beyond the sensor; climate is then unchanged. The gas resistance is 0 unless the heater was hot. */
enum sensor_state bme680_decode(const struct bme680_calibration *calibration, uint8_t variant,
                                const uint8_t field[BME680_FIELD], struct climate *climate);

/* Value of register res_heat_0 for a plate of target degree Celsius (200 to 400) in air of ambient degree Celsius. */
uint8_t bme680_heater(const struct bme680_calibration *calibration, double target, double ambient);

#endif
