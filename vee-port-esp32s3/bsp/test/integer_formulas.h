/* The data sheets' formulas in integers: judges of ours, which are in floating point. */
#ifndef INTEGER_FORMULAS_H
#define INTEGER_FORMULAS_H

#include "bme280.h"
#include "bme680.h"

struct integer_values {
    int32_t fine;
    double temperature, pressure, humidity; /* degree Celsius, pascal, percent */
};

struct integer_values integer280(const struct bme280_calibration *c, const uint8_t raw[BME280_RAW]);
struct integer_values integer680(const struct bme680_calibration *c, const uint8_t field[BME680_FIELD]);
double integer_gas_low(const struct bme680_calibration *c, unsigned adc, unsigned range);
double integer_gas_high(unsigned adc, unsigned range);
int integer_heater(const struct bme680_calibration *c, int target, int ambient);

#endif
