#include "measurements.h"

#include <string.h>

#include "climate_sensor.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "i2c_bus.h"
#include "i2s_line.h"
#include "light_sensor.h"
#include "microphone.h"
#include "particle_sensor.h"
#include "pins.h"
#include "uart_line.h"

#define STACK 4096      /* bytes; the drivers of ESP-IDF take the most of it */
#define PRIORITY 9      /* one above the task of Java, as the DMA buffers of the microphone hold 30 ms */
#define SHORTEST 1000   /* milliseconds */
#define LONGEST 10000
#define ENOUGH_SOUND (A_WEIGHTING_RATE / 10)

/* What the task works on; nobody else touches it while the task runs. */
static struct {
    bool i2c, uart, i2s;
    struct climate_sensor climate;
    struct light_sensor light;
    struct particle_sensor particles;
    struct microphone microphone;
} work;

/* What is shared; every access under the lock, and short. */
static portMUX_TYPE lock = portMUX_INITIALIZER_UNLOCKED;
static struct {
    bool running, stopping;
    int period;
    float value[QUANTITIES];
    int64_t at[QUANTITIES]; /* milliseconds since the boot; 0 for never */
    double sound;           /* sum of squares since the last read */
    int32_t samples;
    struct sensor health[SENSORS];
} shared;

static int64_t now(void) {
    return esp_timer_get_time() / 1000;
}

static void set(enum quantity quantity, float value, int64_t at) {
    shared.value[quantity] = value;
    shared.at[quantity] = at;
}

static void measure_climate(int64_t at) {
    struct climate air;
    if (climate_sensor_step(&work.climate, at, shared.period, &air)) {
        portENTER_CRITICAL(&lock);
        set(TEMPERATURE, air.temperature, at);
        set(HUMIDITY, air.humidity, at);
        set(PRESSURE, air.pressure, at);
        if (air.gas_resistance > 0) {
            set(GAS_RESISTANCE, air.gas_resistance, at);
        }
        portEXIT_CRITICAL(&lock);
    }
}

static void measure_light(int64_t at) {
    float lux;
    if (light_sensor_step(&work.light, at, shared.period, &lux)) {
        portENTER_CRITICAL(&lock);
        set(LIGHT, lux, at);
        portEXIT_CRITICAL(&lock);
    }
}

static void measure_particles(int64_t at) {
    float mass[3];
    if (particle_sensor_step(&work.particles, at, mass)) {
        portENTER_CRITICAL(&lock);
        set(PM1_0, mass[0], at);
        set(PM2_5, mass[1], at);
        set(PM10, mass[2], at);
        portEXIT_CRITICAL(&lock);
    }
}

static void measure_sound(void) {
    double sum;
    if (microphone_step(&work.microphone, &sum)) {
        portENTER_CRITICAL(&lock);
        if (shared.samples <= INT32_MAX - MICROPHONE_BLOCK) {
            shared.sound += sum;
            shared.samples += MICROPHONE_BLOCK;
        }
        portEXIT_CRITICAL(&lock);
    }
}

static void publish_health(void) {
    portENTER_CRITICAL(&lock);
    shared.health[CLIMATE_SENSOR] = work.climate.sensor;
    shared.health[PARTICLE_SENSOR] = work.particles.sensor;
    shared.health[LIGHT_SENSOR] = work.light.sensor;
    shared.health[MICROPHONE] = work.microphone.sensor;
    portEXIT_CRITICAL(&lock);
}

static void open_drivers(void) {
    memset(&work, 0, sizeof work);
    work.i2c = i2c_bus_open();
    work.uart = uart_line_open();
    work.i2s = i2s_line_open();
    if (!work.i2c) {
        sensor_bad(&work.climate.sensor, SENSOR_OFF);
        sensor_bad(&work.light.sensor, SENSOR_OFF);
    }
    if (!work.uart) {
        sensor_bad(&work.particles.sensor, SENSOR_OFF);
    }
    if (!work.i2s) {
        sensor_bad(&work.microphone.sensor, SENSOR_OFF);
    }
}

static void close_drivers(void) {
    if (work.i2c) {
        light_sensor_rest(&work.light);
    }
    i2c_bus_close();
    uart_line_close();
    i2s_line_close();
}

/* The microphone sets the pace, 10 ms; without one the clock of the system does. */
static void turn(void) {
    if (work.i2s) {
        measure_sound();
    }
    if (!work.i2s || work.microphone.sensor.state == SENSOR_BUS) {
        vTaskDelay(1);
    }
    int64_t at = now();
    if (work.i2c) {
        measure_climate(at);
        measure_light(at);
    }
    if (work.uart) {
        measure_particles(at);
    }
    publish_health();
}

static bool locked(const bool *flag) {
    portENTER_CRITICAL(&lock);
    bool value = *flag;
    portEXIT_CRITICAL(&lock);
    return value;
}

static void run(void *unused) {
    (void)unused;
    open_drivers();
    while (!locked(&shared.stopping)) {
        turn();
    }
    close_drivers();
    portENTER_CRITICAL(&lock);
    shared.running = false;
    portEXIT_CRITICAL(&lock);
    vTaskDelete(NULL);
}

int32_t measurements_start(int32_t period) {
    if (locked(&shared.running)) {
        return locked(&shared.stopping) ? ESP_ERR_INVALID_STATE : ESP_OK;
    }
    memset(&shared, 0, sizeof shared);
    shared.period = period < SHORTEST ? SHORTEST : period > LONGEST ? LONGEST : period;
    shared.running = true;
    if (xTaskCreatePinnedToCore(run, "sensors", STACK, NULL, PRIORITY, NULL, tskNO_AFFINITY) != pdPASS) {
        shared.running = false;
        return ESP_ERR_NO_MEM;
    }
    return ESP_OK;
}

void measurements_stop(void) {
    portENTER_CRITICAL(&lock);
    shared.stopping = shared.running;
    portEXIT_CRITICAL(&lock);
}

/* Takes the sound since the last call, if there is enough of it. */
static int32_t take_sound(double *sum) {
    int32_t samples = 0;
    portENTER_CRITICAL(&lock);
    if (shared.samples >= ENOUGH_SOUND) {
        samples = shared.samples;
        *sum = shared.sound;
        shared.samples = 0;
        shared.sound = 0;
    }
    portEXIT_CRITICAL(&lock);
    return samples;
}

int32_t measurements_read(float values[QUANTITIES], int32_t age) {
    int32_t present = 0;
    double sum = 0;
    int64_t at = now();
    int32_t samples = take_sound(&sum);
    float level = samples > 0 ? sound_level(sum / samples, OPENSENSOR_MICROPHONE_SENSITIVITY) : 0;
    portENTER_CRITICAL(&lock);
    if (samples > 0) {
        set(NOISE, level, at);
    }
    for (int quantity = 0; quantity < QUANTITIES; quantity++) {
        if (shared.at[quantity] != 0 && at - shared.at[quantity] <= age) {
            values[quantity] = shared.value[quantity];
            present |= 1 << quantity;
        }
    }
    portEXIT_CRITICAL(&lock);
    return present;
}

void measurements_health(int32_t health[SENSORS * HEALTH_NUMBERS]) {
    portENTER_CRITICAL(&lock);
    for (int i = 0; i < SENSORS; i++, health += HEALTH_NUMBERS) {
        health[HEALTH_PART] = shared.health[i].part;
        health[HEALTH_STATE] = shared.health[i].state;
        health[HEALTH_GOOD] = shared.health[i].good;
        health[HEALTH_BAD] = shared.health[i].bad;
    }
    portEXIT_CRITICAL(&lock);
}
