/* The task that measures, and its latest results for those who must not wait. */
#ifndef MEASUREMENTS_H
#define MEASUREMENTS_H

#include <stdint.h>

/* Quantities by the index of the Java class Quantity. */
enum quantity { TEMPERATURE, HUMIDITY, PRESSURE, PM1_0, PM2_5, PM10, GAS_RESISTANCE, LIGHT, NOISE, QUANTITIES };

/* Sensors by the index of the Java class SensorHealth, and what measurements_health tells of each. */
enum { CLIMATE_SENSOR, PARTICLE_SENSOR, LIGHT_SENSOR, MICROPHONE, SENSORS };
enum { HEALTH_PART, HEALTH_STATE, HEALTH_GOOD, HEALTH_BAD, HEALTH_NUMBERS };

/* Starts the task, which measures every period milliseconds, 1000 to 10000; sound without a break. 0, or an error of
 * ESP-IDF; ESP_ERR_INVALID_STATE while it still stops. Does nothing if it runs. */
int32_t measurements_start(int32_t period);

/* Lets the task end within 200 ms: sensors rest, drivers are freed. */
void measurements_stop(void);

/* Copies the values that are not older than age milliseconds; bit n is set for quantity n. Noise is the level of all
 * sound since the call before, once there are 100 ms of it. */
int32_t measurements_read(float values[QUANTITIES], int32_t age);

/* Copies the health of the sensors: HEALTH_NUMBERS numbers for each. */
void measurements_health(int32_t health[SENSORS * HEALTH_NUMBERS]);

#endif
