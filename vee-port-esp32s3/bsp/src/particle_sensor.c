#include "particle_sensor.h"

#include <string.h>

#include "uart_line.h"

#define WARM_UP 30000 /* milliseconds */
#define SILENCE 5000
#define REPEATS 300   /* equal frames in a row that count particles: air is never that steady */
#define MOST 10000    /* microgram per cubic metre */

static bool counts_particles(const struct pms5003 *machine) {
    return pms5003_data(machine, 7) != 0;
}

static bool stuck(struct particle_sensor *s) {
    bool same = memcmp(s->last, s->machine.frame, sizeof s->last) == 0 && counts_particles(&s->machine);
    memcpy(s->last, s->machine.frame, sizeof s->last);
    s->repeats = (uint16_t)(!same ? 0 : s->repeats < REPEATS ? s->repeats + 1 : REPEATS);
    return s->repeats == REPEATS;
}

static bool measured(struct particle_sensor *s, int64_t now, float mass[3]) {
    s->heard = now;
    if (now - s->first < WARM_UP) {
        s->sensor.state = SENSOR_STARTING;
        return false;
    }
    if (stuck(s)) {
        sensor_bad(&s->sensor, SENSOR_STUCK);
        return false;
    }
    if (pms5003_data(&s->machine, 4) > MOST || pms5003_data(&s->machine, 5) > MOST
            || pms5003_data(&s->machine, 6) > MOST) {
        sensor_bad(&s->sensor, SENSOR_RANGE);
        return false;
    }
    for (unsigned i = 0; i < 3; i++) {
        mass[i] = pms5003_data(&s->machine, 4 + i);
    }
    sensor_good(&s->sensor);
    return true;
}

static bool take(struct particle_sensor *s, uint8_t byte, int64_t now, float mass[3]) {
    switch (pms5003_feed(&s->machine, byte)) {
    case PMS5003_COMPLETE:
        return measured(s, now, mass);
    case PMS5003_LENGTH:
    case PMS5003_CHECKSUM:
        sensor_bad(&s->sensor, SENSOR_CHECKSUM);
        return false;
    default:
        return false;
    }
}

/* Silent since the start is absent; silent after frames is a failure. */
static void listen_for_silence(struct particle_sensor *s, int64_t now) {
    int64_t since = s->heard != 0 ? s->heard : s->first;
    enum sensor_state silent = s->heard != 0 ? SENSOR_BUS : SENSOR_ABSENT;
    if (now - since >= SILENCE && s->sensor.state != SENSOR_CHECKSUM && s->sensor.state != silent) {
        sensor_bad(&s->sensor, silent);
    }
}

bool particle_sensor_step(struct particle_sensor *s, int64_t now, float mass[3]) {
    uint8_t bytes[64];
    bool fresh = false;
    if (s->first == 0) {
        s->first = now;
        s->sensor.part = 5003;
    }
    int count = uart_line_read(bytes, sizeof bytes);
    if (count < 0) {
        sensor_bad(&s->sensor, SENSOR_BUS);
        return false;
    }
    for (int i = 0; i < count; i++) {
        fresh |= take(s, bytes[i], now, mass);
    }
    listen_for_silence(s, now);
    return fresh;
}
