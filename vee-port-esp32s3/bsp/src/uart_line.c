#include "uart_line.h"

#include "driver/uart.h"
#include "pins.h"

#define BAUD 9600
#define BUFFER 256 /* eight frames */

static bool installed;

static bool configure(void) {
    uart_config_t config = {
        .baud_rate = BAUD,
        .data_bits = UART_DATA_8_BITS,
        .parity = UART_PARITY_DISABLE,
        .stop_bits = UART_STOP_BITS_1,
        .flow_ctrl = UART_HW_FLOWCTRL_DISABLE,
    };
    return uart_param_config(OPENSENSOR_UART_PORT, &config) == ESP_OK
        && uart_set_pin(OPENSENSOR_UART_PORT, UART_PIN_NO_CHANGE, OPENSENSOR_UART_RX, UART_PIN_NO_CHANGE,
                        UART_PIN_NO_CHANGE) == ESP_OK;
}

bool uart_line_open(void) {
    installed = OPENSENSOR_UART_RX >= 0
        && uart_driver_install(OPENSENSOR_UART_PORT, BUFFER, 0, 0, NULL, 0) == ESP_OK;
    if (installed && !configure()) {
        uart_line_close();
    }
    return installed;
}

void uart_line_close(void) {
    if (installed) {
        uart_driver_delete(OPENSENSOR_UART_PORT);
        installed = false;
    }
}

int uart_line_read(uint8_t *bytes, size_t most) {
    return uart_read_bytes(OPENSENSOR_UART_PORT, bytes, (uint32_t)most, 0);
}
