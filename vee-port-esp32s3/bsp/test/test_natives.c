/* The natives, as Java calls them, over the pretended board. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "board.h"
#include "measurements.h"
#include "sensor.h"

jint Java_space_opensensor_device_SensorNatives_start(jint periodMillis);
void Java_space_opensensor_device_SensorNatives_stop(void);
jint Java_space_opensensor_device_SensorNatives_read(jfloat *values, jint maxAgeMillis);
void Java_space_opensensor_device_SensorNatives_health(jint *health);
jint Java_space_opensensor_device_WatchdogNatives_start(jint timeoutSeconds);
void Java_space_opensensor_device_WatchdogNatives_feed(void);
jint Java_space_opensensor_device_WatchdogNatives_resetReason(void);
jint Java_space_opensensor_device_SleepNatives_deepSleep(jint millis);

#define ALL ((1 << QUANTITIES) - 1)
#define AIR (1 << TEMPERATURE | 1 << HUMIDITY | 1 << PRESSURE)
#define DUST (1 << PM1_0 | 1 << PM2_5 | 1 << PM10)
#define PERIOD 1000
#define MAX_AGE 3000

/* Arrays of Java: the length, then the elements. */
static struct { jint length; jfloat elements[QUANTITIES]; } values = { QUANTITIES, { 0 } };
static struct { jint length; jint elements[SENSORS * HEALTH_NUMBERS]; } health = { SENSORS * HEALTH_NUMBERS, { 0 } };

/* A frame of 6, 12 and 15 microgram per cubic metre. */
static uint8_t dust[32] = { 0x42, 0x4D, 0, 28, 0, 5, 0, 7, 0, 9, 0, 6, 0, 12, 0, 15, 1, 44 };

static void seal(uint8_t *frame) {
    unsigned sum = 0;
    for (int i = 0; i < 30; i++) {
        sum += frame[i];
    }
    frame[30] = (uint8_t)(sum >> 8);
    frame[31] = (uint8_t)sum;
}

static int64_t end;          /* when the station stops */
static jint present;         /* what the last read brought */
static void (*change)(void); /* something that happens at change_at */
static int64_t change_at;

/* What Java does: reads once a second. */
static void station(int64_t millis) {
    if (change != NULL && millis >= change_at) {
        change();
        change = NULL;
    }
    if (millis % 1000 == 0) {
        present = Java_space_opensensor_device_SensorNatives_read(values.elements, MAX_AGE);
        Java_space_opensensor_device_SensorNatives_health(health.elements);
        if (dust[17]++ == 250) { /* the count of particles is never the same */
            dust[17] = 0;
        }
        seal(dust);
    }
    if (millis >= end) {
        Java_space_opensensor_device_SensorNatives_stop();
    }
}

static int fit(void **state) {
    (void)state;
    board_reset();
    board_fit(0, BME680, 0x76);
    board_fit(1, LTR559, 0x23);
    seal(dust);
    board.uart = dust;
    memset(values.elements, 0, sizeof values.elements);
    memset(health.elements, 0, sizeof health.elements);
    values.length = QUANTITIES;
    health.length = SENSORS * HEALTH_NUMBERS;
    present = 0;
    change = NULL;
    board.at = station;
    return 0;
}

/* Runs the station for a time; the natives must have freed all when it is over. */
static void run(int seconds) {
    end = board.micros / 1000 + seconds * 1000L;
    assert_int_equal(Java_space_opensensor_device_SensorNatives_start(PERIOD), ESP_OK);
    board_run();
    assert_int_equal(board.drivers, 0);
    assert_int_equal(board.locks, 0);
}

static jint told(int sensor, int number) {
    return health.elements[sensor * HEALTH_NUMBERS + number];
}

static bool is_near(double expected, jfloat actual) {
    return fabs(expected - (double)actual) < 0.05;
}

static void every_quantity_is_measured(void **state) {
    (void)state;
    run(35);
    assert_int_equal(present, ALL);
    assert_true(values.elements[TEMPERATURE] > 20 && values.elements[TEMPERATURE] < 30);
    assert_true(values.elements[PRESSURE] > 900 && values.elements[PRESSURE] < 1100);
    assert_true(values.elements[HUMIDITY] > 10 && values.elements[HUMIDITY] < 90);
    assert_true(values.elements[GAS_RESISTANCE] > 1000);
    assert_true(is_near(6, values.elements[PM1_0]));
    assert_true(is_near(12, values.elements[PM2_5]));
    assert_true(is_near(15, values.elements[PM10]));
    assert_true(values.elements[LIGHT] > 100);
    assert_true(is_near(80, values.elements[NOISE])); /* 0.01 is -40 dB of full scale: 94 + 26 - 40 */
    static const jint parts[SENSORS] = { 680, 5003, 559, 441 };
    for (int i = 0; i < SENSORS; i++) {
        assert_int_equal(told(i, HEALTH_PART), parts[i]);
        assert_int_equal(told(i, HEALTH_STATE), SENSOR_OK);
        assert_true(told(i, HEALTH_GOOD) > 0);
        assert_int_equal(told(i, HEALTH_BAD), 0);
    }
}

static void the_first_quarter_of_a_second_of_sound_does_not_count(void **state) {
    (void)state;
    run(1);
    assert_in_range(told(MICROPHONE, HEALTH_GOOD), 73, 75);
    assert_int_equal(board.chips[0].registers[0xE0], 0xB6); /* and the BME680 was reset */
}

static void a_bme280_gives_what_bosch_computed(void **state) {
    (void)state;
    board_fit(0, BME280, 0x77)->frozen = true;
    run(5);
    assert_int_equal(present & (AIR | 1 << GAS_RESISTANCE), AIR);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_PART), 280);
    assert_true(fabs((double)values.elements[TEMPERATURE] - 25.08248) < 0.0001);
    assert_true(fabs((double)values.elements[PRESSURE] - 1006.5327) < 0.0001);
}

static void a_bme688_has_another_range_of_gas(void **state) {
    (void)state;
    board_fit(0, BME688, 0x76);
    run(5);
    assert_int_equal(present & 1 << GAS_RESISTANCE, 1 << GAS_RESISTANCE);
    assert_true(is_near(1e6 * (262144 >> 4) / (4096 + 3 * (700 - 512)) / 1e4, values.elements[GAS_RESISTANCE] / 1e4f));
}

static void a_bh1750_is_found_at_either_address(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        fit(NULL);
        board_fit(1, BH1750, i == 0 ? 0x23 : 0x5C);
        run(5);
        assert_int_equal(told(LIGHT_SENSOR, HEALTH_PART), 1750);
        assert_true(is_near(250, values.elements[LIGHT]));
    }
}

static double lux(uint16_t count) {
    fit(NULL);
    board_fit(1, LTR559, 0x23)->count = count;
    run(5);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_STATE), SENSOR_OK);
    return (double)values.elements[LIGHT];
}

/* The pretended sensor counts a quarter of its light as infrared: the ratio is 0.2. */
static void gain_follows_the_light(void **state) {
    (void)state;
    assert_true(fabs(lux(10) - (17.743 + 2.5 * 1.1059)) < 0.01);
    assert_int_equal(board.chips[1].registers[0x8C] >> 4 & 7, 6);
    assert_true(fabs(lux(20000) - 20000 * (1.7743 + 0.25 * 1.1059)) < 1);
    assert_int_equal(board.chips[1].registers[0x8C] >> 4 & 7, 0);
}

static void brighten(void) {
    board.chips[1].count = 20000;
}

static void gain_falls_when_it_gets_bright(void **state) {
    (void)state;
    board.chips[1].count = 10;
    change = brighten;
    change_at = 5000;
    run(10);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_STATE), SENSOR_OK);
    assert_true(values.elements[LIGHT] > 30000);
}

static void absent_sensors_are_absent_and_the_others_measure(void **state) {
    (void)state;
    board.chips[0].chip = NOTHING;
    board.chips[1].chip = NOTHING;
    board.uart = NULL;
    board.sound = FLAT_LINE;
    run(35);
    assert_int_equal(present, 0);
    for (int i = 0; i < SENSORS; i++) {
        assert_int_equal(told(i, HEALTH_STATE), SENSOR_ABSENT);
        assert_int_equal(told(i, HEALTH_GOOD), 0);
        assert_true(told(i, HEALTH_BAD) >= 1);
    }
    fit(NULL);
    board.chips[0].chip = NOTHING;
    run(35);
    assert_int_equal(present, ALL & ~(AIR | 1 << GAS_RESISTANCE));
}

static void plug_in(void) {
    board.chips[0].chip = BME680;
}

static void a_sensor_plugged_in_later_is_found(void **state) {
    (void)state;
    board.chips[0].chip = NOTHING;
    change = plug_in;
    change_at = 15000;
    run(30);
    assert_int_equal(present & AIR, AIR);
}

static void a_foreign_sensor_is_told_by_its_id(void **state) {
    (void)state;
    board.chips[0].registers[0xD0] = 0x58; /* a BMP280 */
    board.chips[1].registers[0x86] = 0xA0; /* an LTR-303 */
    run(5);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_WRONG_ID);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_PART), 0x58);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_STATE), SENSOR_WRONG_ID);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_PART), 0xA0);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_BAD), 1); /* searched again after 10 seconds only */
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_BAD), 1);
    assert_int_equal(present & ~(DUST | 1 << NOISE), 0);
}

static void calibration_that_cannot_be_is_told(void **state) {
    (void)state;
    memset(board.chips[0].registers + 0x8A, 0xFF, 23);
    run(5);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_CALIBRATION);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_BAD), 1);
    assert_int_equal(present & AIR, 0);
}

static void freeze(void) {
    board.chips[0].frozen = true;
    board.chips[1].unfinished = true;
    board.sound = FLAT_LINE;
}

static void sensors_that_freeze_are_stuck(void **state) {
    (void)state;
    change = freeze;
    change_at = 5000;
    run(80);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_STUCK);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_STATE), SENSOR_STUCK);
    assert_int_equal(told(MICROPHONE, HEALTH_STATE), SENSOR_STUCK);
    assert_int_equal(present, DUST);
}

static void a_measurement_that_never_ends_is_stuck(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        fit(NULL);
        board_fit(0, i == 0 ? BME280 : BME680, 0x76)->unfinished = true;
        run(5);
        assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_STUCK);
    }
}

static void values_beyond_the_sensor_are_refused(void **state) {
    (void)state;
    memset(board.chips[0].registers + 0x1F, 0xFF, 6); /* pressure and temperature */
    board.chips[1].count = 0xFFFF;
    dust[10] = 0x30;                                  /* 12294 microgram */
    board.amplitude = 1;
    run(35);
    dust[10] = 0;
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_RANGE);
    assert_int_equal(told(LIGHT_SENSOR, HEALTH_STATE), SENSOR_RANGE);
    assert_int_equal(told(PARTICLE_SENSOR, HEALTH_STATE), SENSOR_RANGE);
    assert_int_equal(told(MICROPHONE, HEALTH_STATE), SENSOR_RANGE);
    assert_int_equal(present, 0);
}

static uint8_t broken[32];

static void break_frames(void) {
    memcpy(broken, dust, sizeof broken);
    broken[31] ^= 1;
    board.uart = broken;
}

static void wrong_checksums_are_told_and_counted(void **state) {
    (void)state;
    change = break_frames;
    change_at = 36000;
    run(45);
    assert_int_equal(told(PARTICLE_SENSOR, HEALTH_STATE), SENSOR_CHECKSUM);
    assert_in_range(told(PARTICLE_SENSOR, HEALTH_BAD), 7, 12);
    assert_int_equal(present & DUST, 0);
}

static void cut_the_line(void) {
    board.uart = NULL;
}

static void a_particle_sensor_that_falls_silent_has_failed(void **state) {
    (void)state;
    change = cut_the_line;
    change_at = 36000;
    run(45);
    assert_int_equal(told(PARTICLE_SENSOR, HEALTH_STATE), SENSOR_BUS);
    assert_int_equal(present & DUST, 0);
}

static void repeat_frames(void) {
    memcpy(broken, dust, sizeof broken);
    board.uart = broken;
}

static void frames_that_repeat_for_long_are_stuck(void **state) {
    (void)state;
    change = repeat_frames;
    change_at = 31000;
    run(340);
    assert_int_equal(told(PARTICLE_SENSOR, HEALTH_STATE), SENSOR_STUCK);
    assert_int_equal(present & DUST, 0);
}

static void particles_of_the_first_half_minute_do_not_count(void **state) {
    (void)state;
    run(28);
    assert_int_equal(present & DUST, 0);
    assert_int_equal(told(PARTICLE_SENSOR, HEALTH_STATE), SENSOR_STARTING);
}

static void pull_out(void) {
    board.chips[0].chip = NOTHING;
}

static void old_values_do_not_count(void **state) {
    (void)state;
    change = pull_out;
    change_at = 5000;
    run(6);
    assert_int_equal(present & AIR, AIR);
    fit(NULL);
    change = pull_out;
    change_at = 5000;
    run(12);
    assert_int_equal(present & AIR, 0);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_STATE), SENSOR_ABSENT);
    assert_int_equal(told(CLIMATE_SENSOR, HEALTH_BAD), 4); /* three failures, then a search */
}

static double loudness;
static void shout(void) {
    board.amplitude = loudness;
}

/* Half of the time between two reads at 80, half at 100 dB: the energies are averaged, 97 dB. */
static void noise_is_the_mean_of_all_sound_since_the_last_read(void **state) {
    (void)state;
    loudness = 0.1;
    change = shout;
    change_at = 5500;
    run(5);
    assert_true(fabs((double)values.elements[NOISE] - 97.03) < 0.2);
}

static void short_arrays_are_refused(void **state) {
    (void)state;
    values.length = QUANTITIES - 1;
    assert_int_equal(Java_space_opensensor_device_SensorNatives_read(values.elements, MAX_AGE), 0);
    assert_int_equal(board.thrown, QUANTITIES);
    assert_int_equal(Java_space_opensensor_device_SensorNatives_read(NULL, MAX_AGE), 0);
    board.thrown = 0;
    health.length = 1;
    Java_space_opensensor_device_SensorNatives_health(health.elements);
    assert_int_equal(board.thrown, SENSORS * HEALTH_NUMBERS);
}

static void starting_twice_makes_one_task(void **state) {
    (void)state;
    assert_int_equal(Java_space_opensensor_device_SensorNatives_start(PERIOD), ESP_OK);
    void (*task)(void *) = board.task;
    board.task = NULL;
    assert_int_equal(Java_space_opensensor_device_SensorNatives_start(PERIOD), ESP_OK);
    assert_null(board.task);
    Java_space_opensensor_device_SensorNatives_stop();
    assert_int_equal(Java_space_opensensor_device_SensorNatives_start(PERIOD), ESP_ERR_INVALID_STATE);
    board.task = task;
    board_run();
    assert_int_equal(board.drivers, 0);
    assert_int_equal(board.chips[1].registers[0x80] & 1, 0);
    Java_space_opensensor_device_SensorNatives_stop();
    run(3);
}

static void no_memory_for_the_task_is_told(void **state) {
    (void)state;
    board.first = board.last = 1;
    assert_int_equal(Java_space_opensensor_device_SensorNatives_start(PERIOD), ESP_ERR_NO_MEM);
    assert_null(board.task);
}

static bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/* What a call that failed once leaves missing: what its driver serves, if it was to open it; nothing else. */
static jint lost(const char *function) {
    if (starts_with(function, "i2c_master") || starts_with(function, "uart_read")
            || starts_with(function, "i2s_channel_read")) {
        return 0;
    }
    if (starts_with(function, "i2c")) {
        return AIR | 1 << GAS_RESISTANCE | 1 << LIGHT;
    }
    return starts_with(function, "uart") ? DUST : 1 << NOISE;
}

/* Each call of the first seconds fails once, in turn, in two ways; all reads of UART and microphone are alike but the
 * first. */
static void every_call_may_fail_once(void **state) {
    (void)state;
    static const char *function[sizeof board.function / sizeof *board.function];
    run(5);
    memcpy(function, board.function, sizeof function);
    int failures = 0;
    for (long call = 2; call < 1000 && function[call] != NULL; call++) {
        bool opens = lost(function[call]) != 0;
        if (opens || call < 20 || starts_with(function[call], "i2c_master")) {
            for (int i = 0; i < 2; i++, failures++) {
                fit(NULL);
                board.first = board.last = call;
                board.error = i == 0 ? ESP_FAIL : ESP_ERR_TIMEOUT;
                run(opens ? 35 : 15);
                assert_int_equal(present, (opens ? ALL : ALL & ~DUST) & ~lost(function[call]));
            }
        }
    }
    assert_true(failures > 80);
}

/* All calls fail for two seconds, from any point on. */
static void the_station_recovers_from_an_outage(void **state) {
    (void)state;
    for (long call = 12; call < 600; call += 49) {
        fit(NULL);
        board.first = call;
        board.last = call + 400;
        board.error = ESP_ERR_TIMEOUT;
        run(45);
        assert_int_equal(present, ALL);
        assert_true(told(MICROPHONE, HEALTH_BAD) > 0);
    }
}

static void watchdog_starts_is_fed_and_may_be_started_before(void **state) {
    (void)state;
    Java_space_opensensor_device_WatchdogNatives_feed();
    assert_int_equal(board.watchdog_feeds, 0);
    assert_int_equal(Java_space_opensensor_device_WatchdogNatives_start(0), ESP_ERR_INVALID_ARG);
    assert_int_equal(Java_space_opensensor_device_WatchdogNatives_start(4001), ESP_ERR_INVALID_ARG);
    for (long call = 1; call <= 3; call++) {
        board.watchdog_state = call == 1;
        board.calls = 0;
        board.first = board.last = call;
        assert_int_equal(Java_space_opensensor_device_WatchdogNatives_start(4000), ESP_FAIL);
    }
    board.last = -1;
    board.watchdog_state = 1; /* by sdkconfig */
    assert_int_equal(Java_space_opensensor_device_WatchdogNatives_start(1), ESP_OK);
    assert_int_equal(Java_space_opensensor_device_WatchdogNatives_start(125), ESP_OK);
    assert_int_equal(board.watchdog_millis, 125000);
    assert_true(board.watchdog_panics);
    assert_int_equal(board.watchdog_users, 1);
    Java_space_opensensor_device_WatchdogNatives_feed();
    assert_int_equal(board.watchdog_feeds, 1);
}

static void reset_reason_is_that_of_the_platform(void **state) {
    (void)state;
    for (int reason = 0; reason <= 10; reason++) {
        board.reset_reason = reason;
        assert_int_equal(Java_space_opensensor_device_WatchdogNatives_resetReason(), reason);
    }
}

static void deep_sleep_starts_or_tells_why_not(void **state) {
    (void)state;
    assert_int_equal(Java_space_opensensor_device_SleepNatives_deepSleep(0), ESP_ERR_INVALID_ARG);
    assert_int_equal(Java_space_opensensor_device_SleepNatives_deepSleep(86400001), ESP_ERR_INVALID_ARG);
    board.first = board.last = 1;
    assert_int_equal(Java_space_opensensor_device_SleepNatives_deepSleep(1000), ESP_FAIL);
    assert_false(board.slept);
    assert_true(board_catches_sleep(Java_space_opensensor_device_SleepNatives_deepSleep, 86400000));
    assert_true(board.wakeup_micros == 86400000000ULL);
}

#define TEST(name) cmocka_unit_test_setup(name, fit)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_quantity_is_measured),
        TEST(the_first_quarter_of_a_second_of_sound_does_not_count),
        TEST(a_bme280_gives_what_bosch_computed),
        TEST(a_bme688_has_another_range_of_gas),
        TEST(a_bh1750_is_found_at_either_address),
        TEST(gain_follows_the_light),
        TEST(gain_falls_when_it_gets_bright),
        TEST(absent_sensors_are_absent_and_the_others_measure),
        TEST(a_sensor_plugged_in_later_is_found),
        TEST(a_foreign_sensor_is_told_by_its_id),
        TEST(calibration_that_cannot_be_is_told),
        TEST(sensors_that_freeze_are_stuck),
        TEST(a_measurement_that_never_ends_is_stuck),
        TEST(values_beyond_the_sensor_are_refused),
        TEST(wrong_checksums_are_told_and_counted),
        TEST(a_particle_sensor_that_falls_silent_has_failed),
        TEST(frames_that_repeat_for_long_are_stuck),
        TEST(particles_of_the_first_half_minute_do_not_count),
        TEST(old_values_do_not_count),
        TEST(noise_is_the_mean_of_all_sound_since_the_last_read),
        TEST(short_arrays_are_refused),
        TEST(starting_twice_makes_one_task),
        TEST(no_memory_for_the_task_is_told),
        TEST(every_call_may_fail_once),
        TEST(the_station_recovers_from_an_outage),
        TEST(watchdog_starts_is_fed_and_may_be_started_before),
        TEST(reset_reason_is_that_of_the_platform),
        TEST(deep_sleep_starts_or_tells_why_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
