/* Natives of space.opensensor.device.WatchdogNatives: the task watchdog of ESP-IDF, fed on behalf of the station. */
#include <stddef.h>

#include "esp_system.h"
#include "esp_task_wdt.h"
#include "sni.h"

#define LONGEST 4000 /* seconds */

static esp_task_wdt_user_handle_t station;

/* Idle tasks are not watched: Java may keep a core busy for long. */
static esp_err_t configure(uint32_t seconds) {
    esp_task_wdt_config_t config = { .timeout_ms = seconds * 1000, .idle_core_mask = 0, .trigger_panic = true };
    esp_err_t error = esp_task_wdt_init(&config);
    return error == ESP_ERR_INVALID_STATE ? esp_task_wdt_reconfigure(&config) : error;
}

jint Java_space_opensensor_device_WatchdogNatives_start(jint timeoutSeconds) {
    if (timeoutSeconds < 1 || timeoutSeconds > LONGEST) {
        return ESP_ERR_INVALID_ARG;
    }
    esp_err_t error = configure((uint32_t)timeoutSeconds);
    if (error == ESP_OK && station == NULL) {
        error = esp_task_wdt_add_user("station", &station);
    }
    return error;
}

void Java_space_opensensor_device_WatchdogNatives_feed(void) {
    if (station != NULL) {
        (void)esp_task_wdt_reset_user(station);
    }
}

jint Java_space_opensensor_device_WatchdogNatives_resetReason(void) {
    return (jint)esp_reset_reason();
}
