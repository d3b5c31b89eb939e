/* Pins and ports of the sensors on an ESP32-S3-DevKitC-1-N8R8; -D at the compiler changes them, -1 leaves a bus out.
 * Taken on this board: 26 to 37 (flash and octal PSRAM), 19 and 20 (USB), 43 and 44 (console), 0, 3, 45 and 46
 * (boot). */
#ifndef PINS_H
#define PINS_H

#ifndef OPENSENSOR_I2C_SDA
#define OPENSENSOR_I2C_SDA 8
#endif
#ifndef OPENSENSOR_I2C_SCL
#define OPENSENSOR_I2C_SCL 9
#endif
#ifndef OPENSENSOR_I2C_PORT
#define OPENSENSOR_I2C_PORT 0
#endif

/* Receives from pin TXD of the PMS5003. */
#ifndef OPENSENSOR_UART_RX
#define OPENSENSOR_UART_RX 18
#endif
#ifndef OPENSENSOR_UART_PORT
#define OPENSENSOR_UART_PORT 1
#endif

#ifndef OPENSENSOR_I2S_BCLK
#define OPENSENSOR_I2S_BCLK 4
#endif
#ifndef OPENSENSOR_I2S_WS
#define OPENSENSOR_I2S_WS 5
#endif
#ifndef OPENSENSOR_I2S_DIN
#define OPENSENSOR_I2S_DIN 6
#endif

/* Output of the microphone at 94 dB, decibel relative to a sine of full scale: -26 for an INMP441. */
#ifndef OPENSENSOR_MICROPHONE_SENSITIVITY
#define OPENSENSOR_MICROPHONE_SENSITIVITY -26
#endif

#endif
