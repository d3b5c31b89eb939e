/* Calibration data and raw samples of sensors, as registers hold them. */
#ifndef TYPICAL_H
#define TYPICAL_H

#include <stdint.h>

/* Calibration and samples of the worked example in Bosch's BMP280 data sheet (BST-BMP280-DS001, section 3.12), whose
 * temperature and pressure a BME280 shares; humidity as a typical part has it. */
struct example280 {
    uint8_t low[26], high[7], raw[8];
};
struct example280 example280(void);

/* Calibration of a typical BME680, and samples near 25 degree and 1000 hPa. */
struct example680 {
    uint8_t first[23], second[14], third[5], field[17];
};
struct example680 example680(void);

#endif
