/* Frequency weighting A of IEC 61672-1:2013, annex E, for samples at 48 kHz, and the level of what it lets through. */
#ifndef A_WEIGHTING_H
#define A_WEIGHTING_H

#define A_WEIGHTING_RATE 48000

/* Starts in silence: all zero. */
struct a_weighting {
    float high[4];  /* states of the high passes */
    float input[2]; /* previous inputs of the low passes */
    float low[2];   /* their previous outputs */
};

/* Weights the next sample. Within 0.15 dB of the standard from 20 Hz to 16 kHz, 0 dB at 1 kHz. */
float a_weighting_next(struct a_weighting *filter, float sample);

/* Sound level of a mean square of weighted samples, full scale being 1, in decibel above 20 micropascal, for a
 * microphone whose output for 94 dB is sensitivity decibel relative to a sine of full scale; -26 for an INMP441. 0
 * for silence. */
float sound_level(double mean_square, double sensitivity);

#endif
