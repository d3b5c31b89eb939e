/* Lite-On LTR-559ALS-01: illuminance from its two channels, data sheet DS86-2013-0003, registers 0x88 to 0x8C and
 * appendix A. */
#ifndef LTR559_H
#define LTR559_H

#include <stdint.h>

#include "sensor.h"

#define LTR559_NEW 0x04     /* ALS_PS_STATUS: data not read yet */
#define LTR559_INVALID 0x80 /* ALS_PS_STATUS: data not valid */
#define LTR559_FULL 0xFFFF  /* a channel that is saturated */

/* Gain that the data was measured with, by ALS_PS_STATUS: 1, 2, 4, 8, 48 or 96; 0 for a code that does not exist. */
unsigned ltr559_gain(uint8_t status);

/* Illuminance of data (0x88 to 0x8B) that was integrated for 100 ms. SENSOR_OK and lux, or SENSOR_RANGE: not valid, a
 * gain that does not exist, or saturated. */
enum sensor_state ltr559_decode(const uint8_t data[4], uint8_t status, float *lux);

#endif
