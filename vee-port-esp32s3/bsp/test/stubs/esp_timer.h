/* Stand-in for ESP-IDF 5.0: microseconds since the boot. */
#ifndef ESP_TIMER_H
#define ESP_TIMER_H

#include <stdint.h>

#include "esp_err.h"

int64_t esp_timer_get_time(void);

#endif
