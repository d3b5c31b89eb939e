/* Measures of a run on the emulated core. */
#pragma once
#include <stdint.h>

/* Instructions executed so far; call at least once in 100 million. */
int64_t sim_instructions(void);

/* Most bytes taken from the C heap, which holds the Java heap. */
unsigned sim_heap_used(void);

/* Most bytes of stack used so far. */
unsigned sim_stack_used(void);

/* Whether the tables that belong into ROM are as they were at the start. */
int sim_constants_unchanged(void);
