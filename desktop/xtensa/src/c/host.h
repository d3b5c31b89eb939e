/* What the compiled program needs of its machine, and what its natives share. */
#pragma once
#include <stdint.h>

/* Takes the argument heap=BYTES off the arguments and returns its value. */
int host_heap_bytes(int *argc, char **argv);

/* Prints how much memory the run took, where that is known. */
void host_report(void);

/* Instructions executed so far, and those of them in sha256.c; 0 where nothing counts them. */
int64_t host_instructions(void);
int64_t sha256_instructions(void);

/* The clock that goes on with every instruction of the emulated core; 0 elsewhere. */
static inline uint32_t host_clock(void) {
    uint32_t now = 0;
#ifdef __XTENSA__
    __asm__ volatile("rsr %0, ccount" : "=a"(now));
#endif
    return now;
}

/* With -icount shift=10 an instruction takes 1.024 us of a 40 MHz clock, which are 40.96 of its ticks. */
static inline int64_t host_instructions_of(uint64_t ticks) {
    return (int64_t) ((ticks * 25 + 512) >> 10);
}
