/* The line from the PMS5003: 9600 baud, 8N1, receive only. */
#ifndef UART_LINE_H
#define UART_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Installs the driver; false without a pin or if it refuses. */
bool uart_line_open(void);

/* Frees the driver. */
void uart_line_close(void);

/* Takes what has arrived, without waiting; the number of bytes, -1 if the driver fails. */
int uart_line_read(uint8_t *bytes, size_t most);

#endif
