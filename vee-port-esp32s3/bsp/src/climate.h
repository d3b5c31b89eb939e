/* Air: what a BME280 or BME680 measures. */
#ifndef CLIMATE_H
#define CLIMATE_H

#include "sensor.h"

struct climate {
    float temperature;    /* degree Celsius, -40 to 85 */
    float humidity;       /* percent, 0 to 100 */
    float pressure;       /* hectopascal, 300 to 1100 */
    float gas_resistance; /* ohm; 0 for none, as from a BME280 or a heater that is not hot yet */
};

/* Puts compensated values into climate if a BME280 or BME680 can measure them; pressure in pascal. */
enum sensor_state climate_set(struct climate *climate, double temperature, double pressure, double humidity);

#endif
