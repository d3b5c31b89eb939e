/* Natives of space.opensensor.device.SleepNatives. */
#include "esp_sleep.h"
#include "sni.h"

#define LONGEST 86400000 /* milliseconds: a day */

jint Java_space_opensensor_device_SleepNatives_deepSleep(jint millis) {
    if (millis < 1 || millis > LONGEST) {
        return ESP_ERR_INVALID_ARG;
    }
    esp_err_t error = esp_sleep_enable_timer_wakeup((uint64_t)millis * 1000);
    if (error == ESP_OK) {
        esp_deep_sleep_start();
    }
    return error;
}
