/* Stand-in for ESP-IDF 5.0. */
#ifndef ESP_PM_H
#define ESP_PM_H

#include <stdbool.h>

#include "esp_err.h"

typedef struct {
    int max_freq_mhz;
    int min_freq_mhz;
    bool light_sleep_enable;
} esp_pm_config_esp32s3_t;

esp_err_t esp_pm_configure(const void *config);

#endif
