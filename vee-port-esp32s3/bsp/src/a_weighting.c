#include "a_weighting.h"

#include <math.h>

/*
 * The poles of annex E, 20.598997 Hz twice, 107.65265 Hz, 737.86223 Hz and 12194.217 Hz twice, moved to 48 kHz by the
 * matched z-transform, 1 - exp(-2 pi f / 48000). Its error near the Nyquist frequency is taken out by a zero in each
 * low pass, chosen for the least greatest error up to 16 kHz. Sections of first order, as biquads in single precision
 * would move the lowest poles.
 */
static const float high_pass[4] = { 0.0026927704f, 0.0026927704f, 0.013992876f, 0.092068133f };
static const float low_pass = 0.79733872f;
static const float zero = 0.111f;
static const float gain = 1.1886978f; /* 0 dB at 1 kHz */

float a_weighting_next(struct a_weighting *filter, float sample) {
    float x = sample * gain;
    for (int i = 0; i < 4; i++) {
        x -= filter->high[i];
        filter->high[i] += high_pass[i] * x;
    }
    for (int i = 0; i < 2; i++) {
        float input = (x + zero * filter->input[i]) / (1 + zero);
        filter->input[i] = x;
        filter->low[i] += low_pass * (input - filter->low[i]);
        x = filter->low[i];
    }
    return x;
}

float sound_level(double mean_square, double sensitivity) {
    /* The mean square of a sine of full scale is one half. */
    double level = mean_square > 0 ? 10 * log10(2 * mean_square) - sensitivity + 94 : 0;
    return level > 0 ? (float)level : 0;
}
