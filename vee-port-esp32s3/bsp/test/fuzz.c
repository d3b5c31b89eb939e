/* Random input for the decode layer, from a fixed seed: whatever the sensors say, values stay within what they can
 * measure, and nothing overflows or reads out of bounds (this runs under sanitizers). fuzz [inputs [seed]] */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "a_weighting.h"
#include "bh1750.h"
#include "bme280.h"
#include "bme680.h"
#include "integer_formulas.h"
#include "ltr559.h"
#include "pms5003.h"
#include "typical.h"

static uint64_t state;
static long input;

/* Marsaglia's xorshift with a multiplier, 64 bits. */
static uint64_t random64(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 0x2545F4914F6CDD1DULL;
}

static uint32_t below(uint32_t bound) {
    return (uint32_t)((random64() >> 32) * bound >> 32);
}

/* Random bytes; one time in four of a special value, as a bus that fails gives them. */
static void noise(uint8_t *bytes, size_t count) {
    static const uint8_t special[4] = { 0x00, 0xFF, 0x80, 0x7F };
    for (size_t i = 0; i < count; i++) {
        uint64_t r = random64();
        bytes[i] = (r >> 60) % 4 == 0 ? special[r >> 32 & 3] : (uint8_t)(r >> 40);
    }
}

/* Changes some bits of data that is typical. */
static void disturb(uint8_t *bytes, size_t count) {
    for (uint32_t n = below(4); n > 0; n--) {
        bytes[below((uint32_t)count)] ^= (uint8_t)(1 << below(8));
    }
}

static void check(int holds, const char *what) {
    if (!holds) {
        printf("fuzz: input %ld: %s\n", input, what);
        exit(1);
    }
}

static void check_air(enum sensor_state result, const struct climate *air) {
    check(result == SENSOR_OK || result == SENSOR_RANGE, "state");
    if (result == SENSOR_OK) {
        check(air->temperature >= -40 && air->temperature <= 85, "temperature");
        check(air->humidity >= 0 && air->humidity <= 100, "humidity");
        check(air->pressure >= 300 && air->pressure <= 1100, "pressure");
        check(air->gas_resistance >= 0 && air->gas_resistance < 2e8f, "gas resistance");
    }
}

/* Half of the inputs are pure noise, half a typical sensor with bits changed. */
static void fuzz_bme280(void) {
    struct example280 e = example280();
    struct bme280_calibration c;
    struct climate air = { 0, 0, 0, 0 };
    bool typical = input % 2 == 0;
    if (typical) {
        disturb(e.low, sizeof e.low);
        disturb(e.high, sizeof e.high);
        disturb(e.raw, sizeof e.raw);
    } else {
        noise(e.low, sizeof e.low);
        noise(e.high, sizeof e.high);
        noise(e.raw, sizeof e.raw);
    }
    bme280_parse(&c, e.low, e.high);
    check_air(bme280_decode(&c, e.raw, &air), &air);
}

/* Raw values of any size through the calibration of a good sensor: floating point and integers agree. */
static void fuzz_bme280_against_integers(void) {
    struct example280 e = example280();
    struct bme280_calibration c;
    struct climate air;
    bme280_parse(&c, e.low, e.high);
    e.raw[0] = (uint8_t)(0x40 + below(0x50));
    e.raw[3] = (uint8_t)(0x60 + below(0x30));
    e.raw[6] = (uint8_t)(0x30 + below(0x70));
    e.raw[1] = (uint8_t)below(256);
    e.raw[4] = (uint8_t)below(256);
    e.raw[7] = (uint8_t)below(256);
    if (bme280_decode(&c, e.raw, &air) == SENSOR_OK) {
        struct integer_values integer = integer280(&c, e.raw);
        check(fabs(integer.temperature - (double)air.temperature) < 0.02, "temperature in integers");
        check(fabs(integer.pressure / 100 - (double)air.pressure) < 0.03, "pressure in integers");
        check(fabs(integer.humidity - (double)air.humidity) < 0.05, "humidity in integers");
    }
}

static void fuzz_bme680(void) {
    struct example680 e = example680();
    struct bme680_calibration c;
    struct climate air = { 0, 0, 0, 0 };
    bool typical = input % 2 == 0;
    if (typical) {
        disturb(e.first, sizeof e.first);
        disturb(e.second, sizeof e.second);
        disturb(e.third, sizeof e.third);
        disturb(e.field, sizeof e.field);
    } else {
        noise(e.first, sizeof e.first);
        noise(e.second, sizeof e.second);
        noise(e.third, sizeof e.third);
        noise(e.field, sizeof e.field);
    }
    bme680_parse(&c, e.first, e.second, e.third);
    check_air(bme680_decode(&c, (uint8_t)below(3), e.field, &air), &air);
    (void)bme680_heater(&c, 200 + below(201), (double)below(126) - 40);
}

/* Garbage of any length, often with a start of a frame in it, then a good frame: it is found. */
static void fuzz_pms5003(void) {
    static struct pms5003 machine;
    uint8_t garbage[40];
    uint8_t frame[PMS5003_FRAME];
    static const uint8_t head[4] = { 0x42, 0x4D, 0, 28 };
    noise(garbage, sizeof garbage);
    noise(frame, sizeof frame);
    memcpy(garbage + below(36), head, input % 3 == 0 ? 1 + below(4) : 0);
    memcpy(frame + below(28), head, input % 5 == 0 ? 1 + below(4) : 0);
    memcpy(frame, head, sizeof head);
    unsigned sum = 0;
    for (int i = 0; i < PMS5003_FRAME - 2; i++) {
        sum += frame[i];
    }
    frame[30] = (uint8_t)(sum >> 8), frame[31] = (uint8_t)sum;
    bool stolen = false; /* garbage, perhaps with the head of the frame, made up a frame with the right checksum */
    for (uint32_t i = below(sizeof garbage + 1); i > 0; i--) {
        stolen |= pms5003_feed(&machine, garbage[sizeof garbage - i]) == PMS5003_COMPLETE;
        check(machine.count < PMS5003_FRAME, "frame beyond its buffer");
    }
    bool complete = false;
    for (int i = 0; i < PMS5003_FRAME; i++) {
        complete = pms5003_feed(&machine, frame[i]) == PMS5003_COMPLETE;
        stolen |= complete && i < PMS5003_FRAME - 1;
    }
    check(stolen || (complete && memcmp(machine.frame, frame, sizeof frame) == 0), "frame lost");
}

static void fuzz_light(void) {
    uint8_t data[4];
    float lux = 0;
    noise(data, sizeof data);
    enum sensor_state result = ltr559_decode(data, (uint8_t)below(256), &lux);
    check(result == SENSOR_RANGE || (lux >= 0 && lux < 200000), "lux of the LTR-559");
    result = bh1750_decode(data, &lux);
    check(result == SENSOR_RANGE || (lux >= 0 && lux < 54613), "lux of the BH1750");
}

/* Samples of any size, loud ones too: the level stays finite. */
static void fuzz_sound(void) {
    static struct a_weighting filter;
    double sum = 0;
    for (int i = 0; i < 16; i++) {
        float sample = (float)(int32_t)(uint32_t)random64() / 2147483648.0f;
        double y = (double)a_weighting_next(&filter, input % 16 < 8 ? sample : sample * 1e-6f);
        sum += y * y;
    }
    float level = sound_level(sum / 16, -26);
    check(level >= 0 && level < 135, "level");
}

int main(int count, char **arguments) {
    static void (*const targets[])(void) = { fuzz_bme280, fuzz_bme680, fuzz_pms5003, fuzz_pms5003, fuzz_light,
        fuzz_sound, fuzz_bme280_against_integers };
    long inputs = count > 1 ? atol(arguments[1]) : 10000000;
    state = count > 2 ? strtoull(arguments[2], NULL, 0) : 0x0123456789ABCDEFULL;
    for (input = 0; input < inputs; input++) {
        targets[below(sizeof targets / sizeof *targets)]();
    }
    printf("%ld\n", input);
    return 0;
}
