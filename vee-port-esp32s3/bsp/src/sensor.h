/* What every sensor tells of itself. The numbers are those of the Java class SensorHealth. */
#ifndef SENSOR_H
#define SENSOR_H

#include <stdint.h>

enum sensor_state {
    SENSOR_STARTING = 0,    /* no value yet */
    SENSOR_OK = 1,          /* the latest measurement is good */
    SENSOR_OFF = 2,         /* no pins, or the driver of its bus refuses */
    SENSOR_ABSENT = 3,      /* nobody answers */
    SENSOR_WRONG_ID = 4,    /* somebody else answers; part holds the identification read */
    SENSOR_CALIBRATION = 5, /* calibration data that no such sensor has */
    SENSOR_BUS = 6,         /* a transfer failed, or the sensor fell silent */
    SENSOR_CHECKSUM = 7,    /* a frame whose length or checksum is wrong */
    SENSOR_STUCK = 8,       /* measurements do not end, or repeat bit for bit */
    SENSOR_RANGE = 9        /* a value outside of what the sensor can measure, or saturated */
};

/* Health of one sensor. */
struct sensor {
    uint16_t part; /* 280, 680, 5003, 559, 1750, 441; 0 if not known */
    uint8_t state; /* enum sensor_state */
    int32_t good;  /* measurements that were good; stays at its maximum */
    int32_t bad;   /* measurements, searches and frames that were not */
};

static inline void sensor_good(struct sensor *sensor) {
    sensor->state = SENSOR_OK;
    sensor->good += sensor->good < INT32_MAX;
}

static inline void sensor_bad(struct sensor *sensor, enum sensor_state state) {
    sensor->state = (uint8_t)state;
    sensor->bad += sensor->bad < INT32_MAX;
}

#endif
