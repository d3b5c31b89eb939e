/* The decode layer and a few seconds of the whole station, for comparison between this host and an emulated core:
 * prints the bits of the values, and digests of many. */
#include <stdio.h>
#include <string.h>

#include "a_weighting.h"
#include "bme280.h"
#include "bme680.h"
#include "board.h"
#include "ltr559.h"
#include "measurements.h"
#include "pms5003.h"
#include "sensor.h"
#include "typical.h"

#define INPUTS 2000
#define SECONDS 3

jint Java_space_opensensor_device_SensorNatives_start(jint periodMillis);
void Java_space_opensensor_device_SensorNatives_stop(void);
jint Java_space_opensensor_device_SensorNatives_read(jfloat *values, jint maxAgeMillis);
void Java_space_opensensor_device_SensorNatives_health(jint *health);

static uint32_t state;
static uint32_t digest;

/* Fowler, Noll and Vo's hash, 32 bits. */
static void add(const void *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        digest = (digest ^ ((const uint8_t *)bytes)[i]) * 16777619u;
    }
}

static uint32_t random32(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static void disturb(uint8_t *bytes, size_t count) {
    for (uint32_t n = random32() % 4; n > 0; n--) {
        uint32_t bit = random32() % (8 * (uint32_t)count);
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
}

static void air(enum sensor_state result, const struct climate *climate) {
    uint8_t byte = (uint8_t)result;
    add(&byte, 1);
    if (result == SENSOR_OK) {
        add(climate, sizeof *climate);
    }
}

static void decode280(void) {
    struct example280 e = example280();
    struct bme280_calibration c;
    struct climate climate;
    disturb(e.low, sizeof e.low);
    disturb(e.high, sizeof e.high);
    disturb(e.raw, sizeof e.raw);
    (void)bme280_parse(&c, e.low, e.high);
    air(bme280_decode(&c, e.raw, &climate), &climate);
}

static void decode680(void) {
    struct example680 e = example680();
    struct bme680_calibration c;
    struct climate climate;
    disturb(e.first, sizeof e.first);
    disturb(e.second, sizeof e.second);
    disturb(e.third, sizeof e.third);
    disturb(e.field, sizeof e.field);
    (void)bme680_parse(&c, e.first, e.second, e.third);
    air(bme680_decode(&c, (uint8_t)(random32() & 1), e.field, &climate), &climate);
    uint8_t heater = bme680_heater(&c, 320, 25);
    add(&heater, 1);
}

static void decode559(void) {
    uint32_t data = random32();
    float lux = 0;
    const uint8_t bytes[4] = { (uint8_t)data, (uint8_t)(data >> 8), (uint8_t)(data >> 16), (uint8_t)(data >> 24) };
    uint8_t result = (uint8_t)ltr559_decode(bytes, (uint8_t)random32(), &lux);
    add(&result, 1);
    add(&lux, sizeof lux);
}

static void weigh(void) {
    static struct a_weighting filter;
    float weighted = a_weighting_next(&filter, (float)(int32_t)random32() / 2147483648.0f);
    add(&weighted, sizeof weighted);
}

static void feed5003(void) {
    static struct pms5003 machine;
    uint8_t byte = (uint8_t)(random32() % 3 == 0 ? 0x42 : random32() % 3 == 0 ? 0x4D : random32());
    uint8_t event = (uint8_t)pms5003_feed(&machine, byte);
    add(&event, 1);
}

static void print_digest(const char *name, void (*decode)(void)) {
    state = 2463534242u;
    digest = 2166136261u;
    for (int i = 0; i < INPUTS; i++) {
        decode();
    }
    printf("%s %08lx\n", name, (unsigned long)digest);
}

static struct { jint length; jfloat elements[QUANTITIES]; } values = { QUANTITIES, { 0 } };
static struct { jint length; jint elements[SENSORS * HEALTH_NUMBERS]; } health = { SENSORS * HEALTH_NUMBERS, { 0 } };

static void station(int64_t millis) {
    if (millis % 1000 == 0) {
        uint32_t bits;
        printf("second %ld present %lx", (long)(millis / 1000),
               (unsigned long)Java_space_opensensor_device_SensorNatives_read(values.elements, 3000));
        for (int i = 0; i < QUANTITIES; i++) {
            memcpy(&bits, values.elements + i, sizeof bits);
            printf(" %08lx", (unsigned long)bits);
        }
        Java_space_opensensor_device_SensorNatives_health(health.elements);
        for (int i = 0; i < SENSORS * HEALTH_NUMBERS; i++) {
            printf(" %ld", (long)health.elements[i]);
        }
        printf("\n");
    }
    if (millis >= 1000 * (SECONDS + 1)) {
        Java_space_opensensor_device_SensorNatives_stop();
    }
}

int main(void) {
    print_digest("bme280", decode280);
    print_digest("bme680", decode680);
    print_digest("ltr559", decode559);
    print_digest("a_weighting", weigh);
    print_digest("pms5003", feed5003);
    board_reset();
    board_fit(0, BME680, 0x76);
    board_fit(1, LTR559, 0x23);
    board.at = station;
    (void)Java_space_opensensor_device_SensorNatives_start(1000);
    board_run();
    printf("drivers %d\n", board.drivers);
    return 0;
}
