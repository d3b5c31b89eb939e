#include "board.h"

#include <assert.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>

#include "driver/i2c.h"
#include "driver/i2s_std.h"
#include "driver/uart.h"
#include "esp_sleep.h"
#include "esp_system.h"
#include "esp_task_wdt.h"
#include "esp_timer.h"
#include "freertos/task.h"
#include "typical.h"

#define TICK 10000 /* microseconds */

struct board board;

static jmp_buf sleep_return;

void board_reset(void) {
    memset(&board, 0, sizeof board);
    board.micros = 1000000;
    board.last = -1;
    board.error = ESP_FAIL;
    board.sound = SINE;
    board.amplitude = 0.01;
    board.reset_reason = ESP_RST_POWERON;
}

struct chip_state *board_fit(int slot, enum chip chip, uint8_t address) {
    struct chip_state *c = &board.chips[slot];
    memset(c, 0, sizeof *c);
    c->chip = chip;
    c->address = address;
    c->count = 300;
    if (chip == BME280) {
        struct example280 e = example280();
        c->registers[0xD0] = 0x60;
        memcpy(c->registers + 0x88, e.low, sizeof e.low);
        memcpy(c->registers + 0xE1, e.high, sizeof e.high);
        memcpy(c->registers + 0xF7, e.raw, sizeof e.raw);
    } else if (chip == BME680 || chip == BME688) {
        struct example680 e = example680();
        c->registers[0xF0] = chip == BME688;
        memcpy(c->registers + 0x8A, e.first, sizeof e.first);
        memcpy(c->registers + 0xE1, e.second, sizeof e.second);
        memcpy(c->registers, e.third, sizeof e.third);
        memcpy(c->registers + 0x1D, e.field, sizeof e.field);
        c->registers[0xD0] = 0x61;
    } else if (chip == LTR559) {
        c->registers[0x86] = 0x92;
        c->registers[0x87] = 0x05;
    }
    return c;
}

void board_run(void) {
    assert(board.task != NULL);
    void (*task)(void *) = board.task;
    board.task = NULL;
    task(NULL);
}

/* Whether this call fails. Nothing that may take time is called under a lock. */
static bool fails(const char *function) {
    assert(board.locks == 0);
    board.calls++;
    if ((size_t)board.calls < sizeof board.function / sizeof *board.function) {
        board.function[board.calls] = function;
    }
    return board.calls >= board.first && board.calls <= board.last;
}

static void pass(int64_t micros) {
    board.micros += micros;
    if (board.at != NULL) {
        board.at(board.micros / 1000);
    }
}

/* --- FreeRTOS and clock --- */

void portENTER_CRITICAL(portMUX_TYPE *mux) {
    assert(mux->held++ == 0);
    board.locks++;
}

void portEXIT_CRITICAL(portMUX_TYPE *mux) {
    assert(--mux->held == 0);
    board.locks--;
}

BaseType_t xTaskCreatePinnedToCore(TaskFunction_t code, const char *const name, const uint32_t stack,
                                   void *const parameters, UBaseType_t priority, TaskHandle_t *const created,
                                   const BaseType_t core) {
    assert(name != NULL && stack >= 2048 && parameters == NULL && priority < 25 && created == NULL
            && core == tskNO_AFFINITY);
    if (fails(__func__)) {
        return 0;
    }
    board.task = code;
    return pdPASS;
}

void vTaskDelete(TaskHandle_t task) {
    assert(task == NULL);
}

void vTaskDelay(const TickType_t ticks) {
    assert(board.locks == 0);
    pass((int64_t)ticks * TICK);
}

int64_t esp_timer_get_time(void) {
    return board.micros;
}

/* --- I2C --- */

esp_err_t i2c_param_config(i2c_port_t port, const i2c_config_t *config) {
    assert(port == 0 && config->mode == I2C_MODE_MASTER && config->master.clk_speed <= 400000);
    return fails(__func__) ? board.error : ESP_OK;
}

esp_err_t i2c_driver_install(i2c_port_t port, i2c_mode_t mode, size_t receive, size_t transmit, int flags) {
    assert(port == 0 && mode == I2C_MODE_MASTER && receive == 0 && transmit == 0 && flags == 0);
    if (fails(__func__)) {
        return board.error;
    }
    board.drivers++;
    return ESP_OK;
}

esp_err_t i2c_driver_delete(i2c_port_t port) {
    assert(port == 0 && board.locks == 0);
    board.drivers--;
    return ESP_OK;
}

static struct chip_state *chip_at(uint8_t address) {
    for (int i = 0; i < 2; i++) {
        if (board.chips[i].chip != NOTHING && board.chips[i].address == address) {
            return &board.chips[i];
        }
    }
    return NULL;
}

/* A measurement: the raw values change a little, as by noise. */
static void measure_air(struct chip_state *c, int status, uint8_t ready, int noisy) {
    c->registers[status] = c->unfinished ? (uint8_t)(ready ^ (c->chip == BME280 ? 0x08 : 0x80)) : ready;
    if (!c->frozen) {
        c->registers[noisy] ^= 0x10;
    }
}

static void measure_light(struct chip_state *c, uint8_t control) {
    unsigned gain = (control >> 2 & 7) == 6 ? 48 : 1;
    unsigned both = c->count * gain > 0xFFFF ? 0xFFFF : c->count * gain;
    unsigned infrared = c->count * gain / 4 > 0xFFFF ? 0xFFFF : c->count * gain / 4;
    const uint8_t data[5] = { (uint8_t)infrared, (uint8_t)(infrared >> 8), (uint8_t)both, (uint8_t)(both >> 8),
        (uint8_t)((control >> 2 & 7) << 4 | (c->unfinished ? 0 : 4)) };
    memcpy(c->registers + 0x88, data, sizeof data);
}

/* Times of the data sheets: start-up after a reset, and measurements with the settings that we expect. */
enum { RESET_TIME = 2000, BME280_TIME = 18450, BME680_TIME = 169000, LTR559_TIME = 110000, BH1750_TIME = 180000 };

static void busy(struct chip_state *c, int64_t micros) {
    c->ready = board.micros + micros;
}

static void write_register(struct chip_state *c, uint8_t number, uint8_t value) {
    c->registers[number] = value;
    if (number == 0xE0 && value == 0xB6) {
        busy(c, RESET_TIME);
    } else if (c->chip == BME280 && number == 0xF4 && (value & 3) == 1) {
        assert(value == 0x4D && c->registers[0xF2] == 1);
        measure_air(c, 0xF3, 0x00, 0xF9);
        busy(c, BME280_TIME);
    } else if ((c->chip == BME680 || c->chip == BME688) && number == 0x74 && (value & 3) == 1) {
        assert(value == 0x4D && c->registers[0x72] == 1 && c->registers[0x64] == 0x65 && c->registers[0x5A] > 0);
        assert(c->registers[0x71] == (c->chip == BME688 ? 0x20 : 0x10) && c->registers[0x70] == 0);
        measure_air(c, 0x1D, 0x80, 0x21);
        busy(c, BME680_TIME);
    } else if (c->chip == LTR559 && number == 0x80 && (value & 1) == 1) {
        measure_light(c, value);
        busy(c, LTR559_TIME);
    }
}

static esp_err_t put(uint8_t address, const uint8_t *bytes, size_t count) {
    struct chip_state *c = chip_at(address);
    if (c == NULL) {
        return ESP_FAIL;
    }
    if (c->chip == BH1750) {
        busy(c, bytes[0] == 0x20 ? BH1750_TIME : 0);
        return ESP_OK;
    }
    for (size_t i = 0; i + 1 < count; i += 2) {
        write_register(c, bytes[i], bytes[i + 1]);
    }
    return ESP_OK;
}

static esp_err_t get(uint8_t address, uint8_t first, uint8_t *bytes, size_t count) {
    struct chip_state *c = chip_at(address);
    if (c == NULL) {
        return ESP_FAIL;
    }
    assert(board.micros >= c->ready);
    for (size_t i = 0; i < count; i++) {
        uint8_t big_endian = (uint8_t)(i == 0 ? c->count >> 8 : c->count);
        bytes[i] = c->chip == BH1750 ? big_endian : c->registers[(uint8_t)(first + i)];
    }
    return ESP_OK;
}

esp_err_t i2c_master_write_to_device(i2c_port_t port, uint8_t address, const uint8_t *bytes, size_t count,
        TickType_t wait) {
    assert(port == 0 && wait <= 3);
    return fails(__func__) ? board.error : put(address, bytes, count);
}

esp_err_t i2c_master_read_from_device(i2c_port_t port, uint8_t address, uint8_t *bytes, size_t count, TickType_t wait) {
    assert(port == 0 && wait <= 3);
    return fails(__func__) ? board.error : get(address, 0, bytes, count);
}

esp_err_t i2c_master_write_read_device(i2c_port_t port, uint8_t address, const uint8_t *written, size_t write_count,
                                       uint8_t *bytes, size_t count, TickType_t wait) {
    assert(port == 0 && wait <= 3 && write_count == 1);
    return fails(__func__) ? board.error : get(address, written[0], bytes, count);
}

/* --- UART --- */

esp_err_t uart_driver_install(uart_port_t port, int receive, int transmit, int queue_size, QueueHandle_t *queue,
        int flags) {
    assert(port == 1 && receive > 128 && transmit == 0 && queue_size == 0 && queue == NULL && flags == 0);
    if (fails(__func__)) {
        return board.error;
    }
    board.drivers++;
    return ESP_OK;
}

esp_err_t uart_driver_delete(uart_port_t port) {
    assert(port == 1 && board.locks == 0);
    board.drivers--;
    return ESP_OK;
}

esp_err_t uart_param_config(uart_port_t port, const uart_config_t *config) {
    assert(port == 1 && config->baud_rate == 9600 && config->data_bits == UART_DATA_8_BITS);
    return fails(__func__) ? board.error : ESP_OK;
}

esp_err_t uart_set_pin(uart_port_t port, int transmit, int receive, int rts, int cts) {
    assert(port == 1 && transmit == UART_PIN_NO_CHANGE && receive >= 0 && rts == UART_PIN_NO_CHANGE
            && cts == UART_PIN_NO_CHANGE);
    return fails(__func__) ? board.error : ESP_OK;
}

/* The frame comes in the first 320 ms of every second, a byte in 10 ms. */
int uart_read_bytes(uart_port_t port, void *bytes, uint32_t count, TickType_t wait) {
    assert(port == 1 && count > 0 && wait == 0);
    if (fails(__func__)) {
        return -1;
    }
    int64_t slot = board.micros / TICK % 100;
    if (board.uart == NULL || slot >= 32) {
        return 0;
    }
    *(uint8_t *)bytes = board.uart[slot];
    return 1;
}

/* --- I2S --- */

struct i2s_channel {
    bool enabled;
};
static struct i2s_channel channel;

esp_err_t i2s_new_channel(const i2s_chan_config_t *config, i2s_chan_handle_t *transmit, i2s_chan_handle_t *receive) {
    assert(config->role == I2S_ROLE_MASTER && transmit == NULL);
    if (fails(__func__)) {
        return board.error;
    }
    board.drivers++;
    channel.enabled = false;
    *receive = &channel;
    return ESP_OK;
}

/* As ESP-IDF, refuses to delete a channel that runs. */
esp_err_t i2s_del_channel(i2s_chan_handle_t handle) {
    assert(handle == &channel && !channel.enabled && board.locks == 0);
    board.drivers--;
    return ESP_OK;
}

esp_err_t i2s_channel_init_std_mode(i2s_chan_handle_t handle, const i2s_std_config_t *config) {
    assert(handle == &channel && config->clk_cfg.sample_rate_hz == 48000
            && config->slot_cfg.slot_mask == I2S_STD_SLOT_LEFT);
    return fails(__func__) ? board.error : ESP_OK;
}

esp_err_t i2s_channel_enable(i2s_chan_handle_t handle) {
    assert(handle == &channel);
    if (fails(__func__)) {
        return board.error;
    }
    channel.enabled = true;
    return ESP_OK;
}

esp_err_t i2s_channel_disable(i2s_chan_handle_t handle) {
    assert(handle == &channel && channel.enabled && board.locks == 0);
    channel.enabled = false;
    return ESP_OK;
}

esp_err_t i2s_channel_read(i2s_chan_handle_t handle, void *bytes, size_t size, size_t *read, uint32_t timeout_ms) {
    assert(handle == &channel && channel.enabled && timeout_ms <= 30);
    bool failed = fails(__func__);
    int32_t *samples = bytes;
    int32_t period[48];
    for (int i = 0; i < 48; i++) {
        double sine = sin(2 * 3.14159265358979323846 * i / 48);
        period[i] = board.sound == FLAT_LINE ? 0 : (int32_t)lrint(board.amplitude * sine * 8388607) * 256;
    }
    for (size_t i = 0; i < size / sizeof *samples; i++) {
        samples[i] = period[i % 48];
    }
    *read = failed ? 0 : size;
    if (!failed) {
        pass(TICK);
    }
    return failed ? board.error : ESP_OK;
}

/* --- watchdog, reset, sleep --- */

esp_err_t esp_task_wdt_init(const esp_task_wdt_config_t *config) {
    if (fails(__func__)) {
        return board.error;
    }
    if (board.watchdog_state != 0) {
        return ESP_ERR_INVALID_STATE;
    }
    board.watchdog_state = 1;
    return esp_task_wdt_reconfigure(config);
}

esp_err_t esp_task_wdt_reconfigure(const esp_task_wdt_config_t *config) {
    if (fails(__func__)) {
        return board.error;
    }
    assert(board.watchdog_state == 1 && config->idle_core_mask == 0);
    board.watchdog_millis = config->timeout_ms;
    board.watchdog_panics = config->trigger_panic;
    return ESP_OK;
}

esp_err_t esp_task_wdt_add_user(const char *name, esp_task_wdt_user_handle_t *user) {
    assert(name != NULL);
    if (fails(__func__)) {
        return board.error;
    }
    board.watchdog_users++;
    *user = (esp_task_wdt_user_handle_t)(void *)&board;
    return ESP_OK;
}

esp_err_t esp_task_wdt_reset_user(esp_task_wdt_user_handle_t user) {
    assert(user != NULL);
    board.watchdog_feeds++;
    return ESP_OK;
}

esp_reset_reason_t esp_reset_reason(void) {
    return (esp_reset_reason_t)board.reset_reason;
}

esp_err_t esp_sleep_enable_timer_wakeup(uint64_t time_in_us) {
    if (fails(__func__)) {
        return board.error;
    }
    board.wakeup_micros = time_in_us;
    return ESP_OK;
}

void esp_deep_sleep_start(void) {
    board.slept = true;
    longjmp(sleep_return, 1);
}

bool board_catches_sleep(jint (*native)(jint), jint argument) {
    if (setjmp(sleep_return) == 0) {
        native(argument);
    }
    return board.slept;
}

/* --- SNI: the length of an array stands before its first element --- */

int32_t SNI_getArrayLength(void *array) {
    return ((int32_t *)array)[-1];
}

int32_t SNI_throwNativeException(int32_t errorCode, const char *message) {
    assert(message != NULL && errorCode != 0);
    board.thrown = errorCode;
    board.thrown_checked = false;
    board.thrown_message = message;
    return SNI_OK;
}

int32_t SNI_throwNativeIOException(int32_t errorCode, const char *message) {
    SNI_throwNativeException(errorCode, message);
    board.thrown_checked = true;
    return SNI_OK;
}
