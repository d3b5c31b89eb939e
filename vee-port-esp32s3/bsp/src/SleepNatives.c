/* Natives of space.opensensor.device.SleepNatives. */
#include "esp_pm.h"
#include "esp_sleep.h"
#include "sni.h"

#define LONGEST 86400000 /* milliseconds: a day */
#define FASTEST 240      /* MHz */
#define SLOWEST 40

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

jint Java_space_opensensor_device_SleepNatives_lightSleep(jboolean allowed) {
    esp_pm_config_esp32s3_t config = {
        .max_freq_mhz = FASTEST,
        .min_freq_mhz = allowed ? SLOWEST : FASTEST,
        .light_sleep_enable = allowed,
    };
    return esp_pm_configure(&config);
}
