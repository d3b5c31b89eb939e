#include "ltr559.h"

#include "registers.h"

unsigned ltr559_gain(uint8_t status) {
    static const uint8_t gains[8] = { 1, 2, 4, 8, 0, 0, 48, 96 };
    return gains[status >> 4 & 7];
}

/* Appendix A: the more of the light is infrared, which channel 1 sees, the less of channel 0 is visible. */
static double visible(double both, double infrared) {
    double ratio = infrared / (both + infrared);
    if (ratio < 0.45) {
        return 1.7743 * both + 1.1059 * infrared;
    }
    if (ratio < 0.64) {
        return 4.2785 * both - 1.9548 * infrared;
    }
    return ratio < 0.85 ? 0.5926 * both + 0.1185 * infrared : 0;
}

enum sensor_state ltr559_decode(const uint8_t data[4], uint8_t status, float *lux) {
    unsigned infrared = unsigned16(data);
    unsigned both = unsigned16(data + 2);
    unsigned gain = ltr559_gain(status);
    if ((status & LTR559_INVALID) != 0 || gain == 0 || infrared == LTR559_FULL || both == LTR559_FULL) {
        return SENSOR_RANGE;
    }
    *lux = both + infrared == 0 ? 0 : (float)(visible(both, infrared) / gain);
    return SENSOR_OK;
}
