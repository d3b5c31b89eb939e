/* Stand-in for the I2C driver of ESP-IDF 5.0. */
#ifndef DRIVER_I2C_H
#define DRIVER_I2C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "esp_err.h"
#include "freertos/FreeRTOS.h"

typedef int i2c_port_t;
typedef enum { I2C_MODE_SLAVE = 0, I2C_MODE_MASTER } i2c_mode_t;

typedef struct {
    i2c_mode_t mode;
    int sda_io_num;
    int scl_io_num;
    bool sda_pullup_en;
    bool scl_pullup_en;
    struct {
        uint32_t clk_speed;
    } master;
    uint32_t clk_flags;
} i2c_config_t;

esp_err_t i2c_param_config(i2c_port_t port, const i2c_config_t *config);
esp_err_t i2c_driver_install(i2c_port_t port, i2c_mode_t mode, size_t receive, size_t transmit, int flags);
esp_err_t i2c_driver_delete(i2c_port_t port);
esp_err_t i2c_master_write_to_device(i2c_port_t port, uint8_t address, const uint8_t *bytes, size_t count,
        TickType_t wait);
esp_err_t i2c_master_read_from_device(i2c_port_t port, uint8_t address, uint8_t *bytes, size_t count, TickType_t wait);
esp_err_t i2c_master_write_read_device(i2c_port_t port, uint8_t address, const uint8_t *written, size_t write_count,
                                       uint8_t *bytes, size_t count, TickType_t wait);

#endif
