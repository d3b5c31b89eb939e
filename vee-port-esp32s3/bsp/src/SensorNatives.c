/* Natives of space.opensensor.device.SensorNatives. None waits: they start a task and copy its results. */
#include <stdbool.h>
#include <stddef.h>

#include "measurements.h"
#include "sni.h"

#define TOO_SHORT "array too short"

static bool holds(void *array, int32_t length) {
    if (array != NULL && SNI_getArrayLength(array) >= length) {
        return true;
    }
    SNI_throwNativeException(length, TOO_SHORT);
    return false;
}

jint Java_space_opensensor_device_SensorNatives_start(jint periodMillis) {
    return measurements_start(periodMillis);
}

void Java_space_opensensor_device_SensorNatives_stop(void) {
    measurements_stop();
}

jint Java_space_opensensor_device_SensorNatives_read(jfloat *values, jint maxAgeMillis) {
    return holds(values, QUANTITIES) ? measurements_read(values, maxAgeMillis) : 0;
}

void Java_space_opensensor_device_SensorNatives_health(jint *health) {
    if (holds(health, SENSORS * HEALTH_NUMBERS)) {
        measurements_health(health);
    }
}
