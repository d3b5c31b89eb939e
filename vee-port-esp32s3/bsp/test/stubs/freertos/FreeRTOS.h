/* Stand-in for FreeRTOS as ESP-IDF 5.0 has it. */
#ifndef FREERTOS_H
#define FREERTOS_H

#include <stdint.h>

typedef int BaseType_t;
typedef unsigned UBaseType_t;
typedef uint32_t TickType_t;

#define pdPASS 1
#define tskNO_AFFINITY 0x7FFFFFFF

typedef struct {
    int held;
} portMUX_TYPE;

#define portMUX_INITIALIZER_UNLOCKED { 0 }

void portENTER_CRITICAL(portMUX_TYPE *mux);
void portEXIT_CRITICAL(portMUX_TYPE *mux);

#endif
