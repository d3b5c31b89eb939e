/* An I2S microphone of 24 bits such as the INMP441: mean square of the A-weighted sound. */
#ifndef MICROPHONE_H
#define MICROPHONE_H

#include <stdbool.h>
#include <stdint.h>

#include "a_weighting.h"
#include "sensor.h"

#define MICROPHONE_BLOCK 480 /* samples: 10 ms */

/* Starts all zero. */
struct microphone {
    struct sensor sensor;
    struct a_weighting filter;
    uint16_t blocks;     /* since the start, up to those that do not count */
    uint8_t alike;       /* blocks in a row whose samples are all alike */
    bool alive;          /* some block was not */
    int32_t samples[MICROPHONE_BLOCK];
};

/* Waits for the next 10 ms of sound, 30 ms at the most. True if sum holds the sum of the squares of MICROPHONE_BLOCK
 * weighted samples, full scale being 1. The first 250 ms do not count, while microphone and filter settle. */
bool microphone_step(struct microphone *microphone, double *sum);

#endif
