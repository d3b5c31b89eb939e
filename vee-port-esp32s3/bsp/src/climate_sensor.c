#include "climate_sensor.h"

#include <string.h>

#include "i2c_bus.h"
#include "registers.h"

#define CHIP_ID 0xD0
#define BME280_ID 0x60
#define BME680_ID 0x61
#define VARIANT_ID 0xF0
#define MEASURING 0x08 /* bit of BME280 register 0xF3 */
#define NEW_DATA 0x80  /* bit of BME680 register 0x1D */

#define SEARCH_EVERY 10000 /* milliseconds */
#define RESET_TIME 10
#define BME280_TIME 30  /* oversampling of temperature 2, pressure 4, humidity 1: 18.5 ms */
#define BME680_TIME 180 /* 19 ms, and 150 ms of heating */
#define POLL_TIME 10
#define POLLS 10
#define FAILURES 3      /* in a row; then the sensor is searched and reset */
#define REPEATS 60      /* equal measurements in a row; noise makes that impossible for a live sensor */
#define PLATE 320       /* degree Celsius */

enum phase { SEARCH, CALIBRATE, TRIGGER, COLLECT };

static void next(struct climate_sensor *s, enum phase phase, int64_t due) {
    s->phase = (uint8_t)phase;
    s->due = due;
}

static void fail(struct climate_sensor *s, enum sensor_state state, int64_t due) {
    sensor_bad(&s->sensor, state);
    bool again = s->phase >= TRIGGER && ++s->failures < FAILURES;
    next(s, again ? TRIGGER : SEARCH, due);
}

/* Looks at one address; SENSOR_OK if a sensor that we know is there, and is being reset. */
static enum sensor_state probe(struct climate_sensor *s, uint8_t address) {
    static const uint8_t reset[2] = { 0xE0, 0xB6 };
    uint8_t id;
    enum sensor_state state = i2c_bus_read_register(address, CHIP_ID, &id, 1);
    if (state != SENSOR_OK) {
        return state;
    }
    s->sensor.part = id == BME280_ID ? 280 : id == BME680_ID ? 680 : id;
    if (id != BME280_ID && id != BME680_ID) {
        return SENSOR_WRONG_ID;
    }
    s->address = address;
    return i2c_bus_write(address, reset, sizeof reset);
}

static void search(struct climate_sensor *s, int64_t now) {
    enum sensor_state first = probe(s, 0x76);
    enum sensor_state state = first == SENSOR_OK ? first : probe(s, 0x77);
    if (state == SENSOR_OK) {
        s->failures = 0;
        s->ambient = 25;
        next(s, CALIBRATE, now + RESET_TIME);
    } else {
        fail(s, state == SENSOR_ABSENT ? first : state, now + SEARCH_EVERY);
    }
}

/* Reads twice: what a fault of the bus changed is not believed. */
static enum sensor_state read_twice(const struct climate_sensor *s, uint8_t first, uint8_t *bytes, size_t count) {
    uint8_t again[BME280_LOW];
    enum sensor_state state = i2c_bus_read_register(s->address, first, bytes, count);
    if (state == SENSOR_OK) {
        state = i2c_bus_read_register(s->address, first, again, count);
    }
    return state == SENSOR_OK && memcmp(bytes, again, count) != 0 ? SENSOR_BUS : state;
}

static enum sensor_state calibrate280(struct climate_sensor *s) {
    uint8_t low[BME280_LOW];
    uint8_t high[BME280_HIGH];
    enum sensor_state state = read_twice(s, 0x88, low, sizeof low);
    if (state == SENSOR_OK) {
        state = read_twice(s, 0xE1, high, sizeof high);
    }
    return state != SENSOR_OK || bme280_parse(&s->calibration.bme280, low, high) ? state : SENSOR_CALIBRATION;
}

static enum sensor_state calibrate680(struct climate_sensor *s) {
    uint8_t first[BME680_FIRST];
    uint8_t second[BME680_SECOND];
    uint8_t third[BME680_THIRD];
    enum sensor_state state = read_twice(s, 0x8A, first, sizeof first);
    if (state == SENSOR_OK) {
        state = read_twice(s, 0xE1, second, sizeof second);
    }
    if (state == SENSOR_OK) {
        state = read_twice(s, 0x00, third, sizeof third);
    }
    if (state == SENSOR_OK) {
        state = read_twice(s, VARIANT_ID, &s->variant, 1);
    }
    return state != SENSOR_OK || bme680_parse(&s->calibration.bme680, first, second, third) ? state
        : SENSOR_CALIBRATION;
}

static void calibrate(struct climate_sensor *s, int64_t now) {
    enum sensor_state state = s->sensor.part == 280 ? calibrate280(s) : calibrate680(s);
    if (state == SENSOR_OK) {
        next(s, TRIGGER, now);
    } else {
        fail(s, state, now + SEARCH_EVERY);
    }
}

/* Humidity x1, no filter, temperature x2, pressure x4, forced mode: registers and values in pairs. */
static enum sensor_state trigger280(const struct climate_sensor *s) {
    static const uint8_t setup[] = { 0xF2, 0x01, 0xF5, 0x00, 0xF4, 0x4D };
    return i2c_bus_write(s->address, setup, sizeof setup);
}

/* The same, and 150 ms of heating before the gas is measured. */
static enum sensor_state trigger680(const struct climate_sensor *s) {
    uint8_t heater = bme680_heater(&s->calibration.bme680, PLATE, (double)s->ambient);
    uint8_t run_gas = s->variant == BME680_GAS_HIGH ? 0x20 : 0x10;
    const uint8_t setup[] = { 0x72, 0x01, 0x75, 0x00, 0x5A, heater, 0x64, 0x65, 0x70, 0x00, 0x71, run_gas, 0x74, 0x4D };
    return i2c_bus_write(s->address, setup, sizeof setup);
}

static void trigger(struct climate_sensor *s, int64_t now, int period) {
    bool bme280 = s->sensor.part == 280;
    enum sensor_state state = bme280 ? trigger280(s) : trigger680(s);
    if (state == SENSOR_OK) {
        s->triggered = now;
        s->tries = 0;
        next(s, COLLECT, now + (bme280 ? BME280_TIME : BME680_TIME));
    } else {
        fail(s, state, now + period);
    }
}

/* A measurement that repeats bit for bit for long comes from a sensor that no longer measures. */
static bool stuck(struct climate_sensor *s, const uint8_t *raw) {
    bool same = memcmp(s->last, raw, sizeof s->last) == 0;
    memcpy(s->last, raw, sizeof s->last);
    s->repeats = (uint8_t)(!same ? 0 : s->repeats < REPEATS ? s->repeats + 1 : REPEATS);
    return s->repeats == REPEATS;
}

static enum sensor_state collect280(struct climate_sensor *s, struct climate *climate, bool *ready) {
    uint8_t bytes[4 + BME280_RAW]; /* 0xF3 to 0xFE */
    enum sensor_state state = i2c_bus_read_register(s->address, 0xF3, bytes, sizeof bytes);
    *ready = state == SENSOR_OK && (bytes[0] & MEASURING) == 0;
    if (!*ready) {
        return state;
    }
    return stuck(s, bytes + 4) ? SENSOR_STUCK : bme280_decode(&s->calibration.bme280, bytes + 4, climate);
}

static enum sensor_state collect680(struct climate_sensor *s, struct climate *climate, bool *ready) {
    uint8_t field[BME680_FIELD];
    enum sensor_state state = i2c_bus_read_register(s->address, 0x1D, field, sizeof field);
    *ready = state == SENSOR_OK && (field[0] & NEW_DATA) != 0;
    if (!*ready) {
        return state;
    }
    return stuck(s, field + 2) ? SENSOR_STUCK
        : bme680_decode(&s->calibration.bme680, s->variant, field, climate);
}

static bool collect(struct climate_sensor *s, int64_t now, int period, struct climate *climate) {
    bool ready;
    enum sensor_state state = s->sensor.part == 280 ? collect280(s, climate, &ready) : collect680(s, climate, &ready);
    if (state == SENSOR_OK && !ready) {
        if (++s->tries < POLLS) {
            next(s, COLLECT, now + POLL_TIME);
            return false;
        }
        state = SENSOR_STUCK;
    }
    if (state != SENSOR_OK) {
        fail(s, state, now + period);
        return false;
    }
    sensor_good(&s->sensor);
    s->failures = 0;
    s->ambient = climate->temperature;
    next(s, TRIGGER, s->triggered + period);
    return true;
}

bool climate_sensor_step(struct climate_sensor *s, int64_t now, int period, struct climate *climate) {
    if (now < s->due) {
        return false;
    }
    switch (s->phase) {
    case SEARCH:
        search(s, now);
        return false;
    case CALIBRATE:
        calibrate(s, now);
        return false;
    case TRIGGER:
        trigger(s, now, period);
        return false;
    default:
        return collect(s, now, period, climate);
    }
}
