/* The line from the microphone: I2S, left slot, 48 kHz, 24 bits in 32. */
#ifndef I2S_LINE_H
#define I2S_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts the clock and the receiver; false without pins or if the driver refuses. */
bool i2s_line_open(void);

/* Stops the clock and frees the driver. */
void i2s_line_close(void);

/* Waits for samples, left aligned in 32 bits, 30 ms at the most; their number, which may be less than count. */
size_t i2s_line_read(int32_t *samples, size_t count);

#endif
