/* Stand-in for FreeRTOS as ESP-IDF 5.0 has it. */
#ifndef TASK_H
#define TASK_H

#include "freertos/FreeRTOS.h"

typedef void *TaskHandle_t;
typedef void (*TaskFunction_t)(void *);

BaseType_t xTaskCreatePinnedToCore(TaskFunction_t code, const char *const name, const uint32_t stack,
                                   void *const parameters, UBaseType_t priority, TaskHandle_t *const created,
                                   const BaseType_t core);
void vTaskDelete(TaskHandle_t task);
void vTaskDelay(const TickType_t ticks);

#endif
