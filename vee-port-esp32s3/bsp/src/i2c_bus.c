#include "i2c_bus.h"

#include "driver/i2c.h"
#include "pins.h"

#define HERTZ 100000
#define WAIT 3 /* ticks of 10 ms */

static bool installed;

bool i2c_bus_open(void) {
    i2c_config_t config = {
        .mode = I2C_MODE_MASTER,
        .sda_io_num = OPENSENSOR_I2C_SDA,
        .scl_io_num = OPENSENSOR_I2C_SCL,
        .sda_pullup_en = true,
        .scl_pullup_en = true,
        .master.clk_speed = HERTZ,
    };
    installed = OPENSENSOR_I2C_SDA >= 0 && i2c_param_config(OPENSENSOR_I2C_PORT, &config) == ESP_OK
        && i2c_driver_install(OPENSENSOR_I2C_PORT, I2C_MODE_MASTER, 0, 0, 0) == ESP_OK;
    return installed;
}

void i2c_bus_close(void) {
    if (installed) {
        i2c_driver_delete(OPENSENSOR_I2C_PORT);
        installed = false;
    }
}

/* ESP_FAIL is a missing acknowledgement. */
static enum sensor_state state(esp_err_t error) {
    return error == ESP_OK ? SENSOR_OK : error == ESP_FAIL ? SENSOR_ABSENT : SENSOR_BUS;
}

enum sensor_state i2c_bus_write(uint8_t address, const uint8_t *bytes, size_t count) {
    return state(i2c_master_write_to_device(OPENSENSOR_I2C_PORT, address, bytes, count, WAIT));
}

enum sensor_state i2c_bus_read(uint8_t address, uint8_t *bytes, size_t count) {
    return state(i2c_master_read_from_device(OPENSENSOR_I2C_PORT, address, bytes, count, WAIT));
}

enum sensor_state i2c_bus_read_register(uint8_t address, uint8_t first, uint8_t *bytes, size_t count) {
    return state(i2c_master_write_read_device(OPENSENSOR_I2C_PORT, address, &first, 1, bytes, count, WAIT));
}
