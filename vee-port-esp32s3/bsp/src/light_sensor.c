#include "light_sensor.h"

#include "bh1750.h"
#include "i2c_bus.h"
#include "ltr559.h"
#include "registers.h"

#define ADDRESS 0x23
#define BH1750_OTHER 0x5C
#define ALS_CONTR 0x80
#define ALS_MEAS_RATE 0x85
#define PART_ID 0x86
#define ALS_DATA 0x88
#define ALS_STATUS 0x8C
#define LTR559_PART 0x90 /* high nibble; the low one is the revision */
#define LITE_ON 0x05
#define POWER_ON 0x01
#define ONE_TIME_H 0x20

#define SEARCH_EVERY 10000 /* milliseconds */
#define LTR559_TIME 120    /* 100 ms of integration, and 10 ms to wake up */
#define BH1750_TIME 180
#define POLL_TIME 50
#define POLLS 20
#define FAILURES 3         /* in a row; then the sensor is searched again */
#define DIM 1000           /* counts of both channels at gain 1 below which gain 48 cannot saturate */
#define BRIGHT 60000       /* counts of a channel at gain 48 above which gain 1 is due */

enum phase { SEARCH, TRIGGER, COLLECT };

static void next(struct light_sensor *s, enum phase phase, int64_t due) {
    s->phase = (uint8_t)phase;
    s->due = due;
}

static void fail(struct light_sensor *s, enum sensor_state state, int64_t due) {
    sensor_bad(&s->sensor, state);
    bool again = s->phase != SEARCH && ++s->failures < FAILURES;
    next(s, again ? TRIGGER : SEARCH, due);
}

static void found(struct light_sensor *s, uint16_t part, uint8_t address, int64_t now) {
    s->sensor.part = part;
    s->address = address;
    s->failures = 0;
    s->sensitive = false;
    next(s, TRIGGER, now);
}

static void search(struct light_sensor *s, int64_t now) {
    static const uint8_t power_on = POWER_ON;
    uint8_t id[2];
    enum sensor_state state = i2c_bus_read_register(ADDRESS, PART_ID, id, sizeof id);
    if (state == SENSOR_OK && id[1] == LITE_ON) {
        if ((id[0] & 0xF0) == LTR559_PART) {
            found(s, 559, ADDRESS, now);
        } else {
            s->sensor.part = id[0];
            fail(s, SENSOR_WRONG_ID, now + SEARCH_EVERY);
        }
        return;
    }
    uint8_t address = state == SENSOR_OK ? ADDRESS : BH1750_OTHER;
    state = i2c_bus_write(address, &power_on, 1);
    if (state == SENSOR_OK) {
        found(s, 1750, address, now);
    } else {
        fail(s, state, now + SEARCH_EVERY);
    }
}

/* Measures every 100 ms, 100 ms long, with the gain that is due. */
static enum sensor_state trigger559(const struct light_sensor *s) {
    static const uint8_t rate[2] = { ALS_MEAS_RATE, 0x01 };
    uint8_t control[2] = { ALS_CONTR, s->sensitive ? 0x19 : 0x01 };
    enum sensor_state state = i2c_bus_write(s->address, rate, sizeof rate);
    return state == SENSOR_OK ? i2c_bus_write(s->address, control, sizeof control) : state;
}

static void trigger(struct light_sensor *s, int64_t now, int period) {
    static const uint8_t one_time = ONE_TIME_H;
    bool ltr559 = s->sensor.part == 559;
    enum sensor_state state = ltr559 ? trigger559(s) : i2c_bus_write(s->address, &one_time, 1);
    if (state == SENSOR_OK) {
        s->triggered = now;
        s->tries = 0;
        next(s, COLLECT, now + (ltr559 ? LTR559_TIME : BH1750_TIME));
    } else {
        fail(s, state, now + period);
    }
}

/* Chooses the gain of the next measurement by the counts of this one. */
static void adapt(struct light_sensor *s, const uint8_t *data, uint8_t status) {
    unsigned infrared = unsigned16(data);
    unsigned both = unsigned16(data + 2);
    bool sensitive = ltr559_gain(status) != 1;
    s->sensitive = sensitive ? infrared < BRIGHT && both < BRIGHT : infrared + both < DIM;
}

/* The status comes first, as reading the data makes it old. */
static enum sensor_state collect559(struct light_sensor *s, float *lux, bool *ready) {
    uint8_t status;
    uint8_t data[4];
    enum sensor_state state = i2c_bus_read_register(s->address, ALS_STATUS, &status, 1);
    *ready = state == SENSOR_OK && (status & (LTR559_NEW | LTR559_INVALID)) == LTR559_NEW;
    if (!*ready) {
        return state;
    }
    state = i2c_bus_read_register(s->address, ALS_DATA, data, sizeof data);
    if (state != SENSOR_OK) {
        return state;
    }
    adapt(s, data, status);
    return ltr559_decode(data, status, lux);
}

static enum sensor_state collect1750(const struct light_sensor *s, float *lux, bool *ready) {
    uint8_t data[2];
    enum sensor_state state = i2c_bus_read(s->address, data, sizeof data);
    *ready = state == SENSOR_OK;
    return state == SENSOR_OK ? bh1750_decode(data, lux) : state;
}

static bool collect(struct light_sensor *s, int64_t now, int period, float *lux) {
    bool ready;
    enum sensor_state state = s->sensor.part == 559 ? collect559(s, lux, &ready) : collect1750(s, lux, &ready);
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
    next(s, TRIGGER, s->triggered + period);
    return true;
}

bool light_sensor_step(struct light_sensor *s, int64_t now, int period, float *lux) {
    if (now < s->due) {
        return false;
    }
    switch (s->phase) {
    case SEARCH:
        search(s, now);
        return false;
    case TRIGGER:
        trigger(s, now, period);
        return false;
    default:
        return collect(s, now, period, lux);
    }
}

void light_sensor_rest(struct light_sensor *s) {
    static const uint8_t standby[2] = { ALS_CONTR, 0x00 };
    if (s->sensor.part == 559 && s->phase != SEARCH) {
        (void)i2c_bus_write(s->address, standby, sizeof standby);
    }
}
