#include "microphone.h"

#include "i2s_line.h"

#define SETTLING 25 /* blocks */
#define FLAT 100    /* blocks: a second without the least noise */
#define FULL_SCALE 2147483648.0f
#define CLIPPED 0x7FFFFF00

static bool all_equal(const int32_t *samples) {
    for (int i = 1; i < MICROPHONE_BLOCK; i++) {
        if (samples[i] != samples[0]) {
            return false;
        }
    }
    return true;
}

/* A line that nobody drives is flat; one that was not flat before is stuck. */
static void flat(struct microphone *m) {
    if (m->alike < FLAT) {
        m->alike++;
    } else {
        enum sensor_state state = m->alive ? SENSOR_STUCK : SENSOR_ABSENT;
        if (m->sensor.state != state) {
            sensor_bad(&m->sensor, state);
        }
    }
}

/* The sum of the squares of a block; negative if it was clipped. */
static double weigh(struct microphone *m) {
    float sum = 0;
    bool clipped = false;
    for (int i = 0; i < MICROPHONE_BLOCK; i++) {
        int32_t sample = m->samples[i] & ~0xFF;
        clipped |= sample >= CLIPPED || sample == INT32_MIN;
        float weighted = a_weighting_next(&m->filter, (float)sample / FULL_SCALE);
        sum += weighted * weighted;
    }
    return clipped ? -1 : (double)sum;
}

bool microphone_step(struct microphone *m, double *sum) {
    m->sensor.part = 441;
    if (i2s_line_read(m->samples, MICROPHONE_BLOCK) != MICROPHONE_BLOCK) {
        sensor_bad(&m->sensor, SENSOR_BUS);
        return false;
    }
    *sum = weigh(m);
    if (all_equal(m->samples)) {
        flat(m);
        return false;
    }
    m->alike = 0;
    m->alive = true;
    if (m->blocks < SETTLING) {
        m->blocks++;
        return false;
    }
    if (*sum < 0) {
        sensor_bad(&m->sensor, SENSOR_RANGE);
        return false;
    }
    sensor_good(&m->sensor);
    return true;
}
