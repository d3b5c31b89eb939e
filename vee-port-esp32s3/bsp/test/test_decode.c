/* The decode layer against the vectors and formulas of the data sheets. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "a_weighting.h"
#include "bh1750.h"
#include "bme280.h"
#include "bme680.h"
#include "integer_formulas.h"
#include "ltr559.h"
#include "pms5003.h"
#include "typical.h"

static void assert_near(double expected, double actual, double tolerance) {
    if (!(fabs(expected - actual) <= tolerance)) {
        fail_msg("expected %.9g, was %.9g", expected, actual);
    }
}

/* BMP280 data sheet, section 3.12: t_fine 128422, 25.08 degree, 100653.27 Pa (100653 Pa in 32 bits). */
static void worked_example_of_bosch(void **state) {
    (void)state;
    struct example280 e = example280();
    struct bme280_calibration c;
    struct climate air;
    assert_true(bme280_parse(&c, e.low, e.high));
    assert_int_equal(bme280_decode(&c, e.raw, &air), SENSOR_OK);
    assert_near(128422.287, (double)air.temperature * 5120, 0.05);
    assert_near(25.08, (double)air.temperature, 0.005);
    assert_near(1006.5327, (double)air.pressure, 0.0001);
    assert_near(integer280(&c, e.raw).humidity, (double)air.humidity, 0.01);
    assert_true((double)air.gas_resistance == 0);
    assert_int_equal(128422, integer280(&c, e.raw).fine);
    assert_near(100653.27, integer280(&c, e.raw).pressure, 0.02);
}

/* BME280 data sheet, table 16: H4 and H5 share register 0xE5; both are signed. */
static void humidity_coefficients_are_signed_and_share_a_register(void **state) {
    (void)state;
    struct example280 e = example280();
    struct bme280_calibration c;
    e.high[3] = 0xFF, e.high[4] = 0x8E, e.high[5] = 0x80;
    assert_true(bme280_parse(&c, e.low, e.high));
    assert_int_equal(c.h4, -2);
    assert_int_equal(c.h5, -2040);
}

/* BME280 data sheet, table 16: registers 0x88 to 0xA1 and 0xE1 to 0xE7, each byte filled with its place. */
static void coefficients_of_the_bme280_by_register(void **state) {
    (void)state;
    uint8_t low[BME280_LOW], high[BME280_HIGH];
    struct bme280_calibration c;
    for (int i = 0; i < BME280_LOW; i++) {
        low[i] = (uint8_t)i;
    }
    for (int i = 0; i < BME280_HIGH; i++) {
        high[i] = (uint8_t)(0x20 + i);
    }
    assert_true(bme280_parse(&c, low, high));
    const int words[12] = { c.t1, c.t2, c.t3, c.p1, c.p2, c.p3, c.p4, c.p5, c.p6, c.p7, c.p8, c.p9 };
    for (int i = 0; i < 12; i++) {
        assert_int_equal(words[i], (2 * i + 1) << 8 | 2 * i);
    }
    assert_int_equal(c.h1, 25);
    assert_int_equal(c.h2, 0x2120);
    assert_int_equal(c.h3, 0x22);
    assert_int_equal(c.h4, 0x234);
    assert_int_equal(c.h5, 0x252);
    assert_int_equal(c.h6, 0x26);
}

/* BME680 data sheet, tables 11 to 15: registers 0x8A to 0xA0, 0xE1 to 0xEE and 0x00 to 0x04, likewise. */
static void coefficients_of_the_bme680_by_register(void **state) {
    (void)state;
    uint8_t first[BME680_FIRST], second[BME680_SECOND], third[BME680_THIRD];
    struct bme680_calibration c;
    for (int i = 0; i < BME680_FIRST; i++) {
        first[i] = (uint8_t)(0x10 + i);
    }
    for (int i = 0; i < BME680_SECOND; i++) {
        second[i] = (uint8_t)(0x31 + i);
    }
    for (int i = 0; i < BME680_THIRD; i++) {
        third[i] = (uint8_t)(0x71 + 0x11 * i);
    }
    assert_true(bme680_parse(&c, first, second, third));
    const int found[] = { c.t2, c.t3, c.p1, c.p2, c.p3, c.p4, c.p5, c.p7, c.p6, c.p8, c.p9, c.p10, c.h2, c.h1, c.h3,
        c.h4, c.h5, c.h6, c.h7, c.t1, c.gh2, c.gh1, c.gh3, c.heater_value, c.heater_range, c.switching_error };
    const int expected[] = { 0x1110, 0x12, 0x1514, 0x1716, 0x18, 0x1B1A, 0x1D1C, 0x1E, 0x1F, 0x2322, 0x2524, 0x26,
        0x313, 0x332, 0x34, 0x35, 0x36, 0x37, 0x38, 0x3A39, 0x3C3B, 0x3D, 0x3E, 0x71, 1, -5 };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_int_equal(found[i], expected[i]);
    }
}

static uint32_t random_state = 1;

static int within(int middle, int spread) {
    random_state = random_state * 1664525u + 1013904223u;
    return middle + (int)(random_state >> 16) % (2 * spread + 1) - spread;
}

/* Near the typical calibration, floating point and the data sheets' integers agree, whichever coefficient moves. */
static void other_calibrations_agree_with_the_integer_formulas(void **state) {
    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct example280 e = example280();
        struct bme280_calibration c;
        struct climate air;
        (void)bme280_parse(&c, e.low, e.high);
        c.t1 = (uint16_t)within(27504, 500), c.t2 = (int16_t)within(26435, 500), c.t3 = (int16_t)within(0, 2000);
        c.p1 = (uint16_t)within(36477, 300), c.p2 = (int16_t)within(-10685, 100), c.p3 = (int16_t)within(3024, 500);
        c.p4 = (int16_t)within(2855, 500), c.p5 = (int16_t)within(0, 300), c.p6 = (int16_t)within(0, 50);
        c.p7 = (int16_t)within(15500, 500), c.p8 = (int16_t)within(-14600, 500), c.p9 = (int16_t)within(6000, 500);
        c.h1 = (uint8_t)within(75, 20), c.h2 = (int16_t)within(362, 20), c.h3 = (uint8_t)within(20, 20);
        c.h4 = (int16_t)within(322, 20), c.h5 = (int16_t)within(0, 60), c.h6 = (int8_t)within(0, 60);
        e.raw[0] = (uint8_t)within(0x65, 20), e.raw[3] = (uint8_t)within(0x7E, 8), e.raw[6] = (uint8_t)within(0x6A, 20);
        if (bme280_decode(&c, e.raw, &air) == SENSOR_OK) {
            struct integer_values integer = integer280(&c, e.raw);
            assert_near(integer.temperature, (double)air.temperature, 0.01);
            assert_near(integer.pressure / 100, (double)air.pressure, 0.01);
            assert_near(integer.humidity, (double)air.humidity, 0.02);
        }
        struct example680 f = example680();
        struct bme680_calibration d;
        (void)bme680_parse(&d, f.first, f.second, f.third);
        d.t1 = (uint16_t)within(26203, 500), d.t2 = (int16_t)within(26435, 500), d.t3 = (int8_t)within(0, 100);
        d.p1 = (uint16_t)within(36673, 300), d.p2 = (int16_t)within(-10311, 100), d.p3 = (int8_t)within(88, 10);
        d.p4 = (int16_t)within(7233, 500), d.p5 = (int16_t)within(0, 200), d.p6 = (int8_t)within(0, 40);
        d.p7 = (int8_t)within(0, 60), d.p8 = (int16_t)within(-2400, 500), d.p9 = (int16_t)within(-2561, 500);
        d.p10 = (uint8_t)within(40, 30);
        d.h1 = (uint16_t)within(717, 30), d.h2 = (uint16_t)within(1022, 30), d.h3 = (int8_t)within(0, 30);
        d.h4 = (int8_t)within(45, 20), d.h5 = (int8_t)within(20, 15), d.h6 = (uint8_t)within(120, 20),
                d.h7 = (int8_t)within(-100, 20);
        f.field[2] = (uint8_t)within(0x5A, 20), f.field[5] = (uint8_t)within(0x79, 8),
                f.field[8] = (uint8_t)within(0x56, 20);
        if (bme680_decode(&d, BME680_GAS_LOW, f.field, &air) == SENSOR_OK) {
            struct integer_values integer = integer680(&d, f.field);
            assert_near(integer.temperature, (double)air.temperature, 0.01);
            assert_near(integer.pressure / 100, (double)air.pressure, 0.25); /* several terms cut down to 1 / 32768 */
            assert_near(integer.humidity, (double)air.humidity, 0.1);
        }
    }
}

static void skipped_samples_are_not_values(void **state) {
    (void)state;
    struct example280 e = example280();
    struct bme280_calibration c;
    struct climate air;
    bme280_parse(&c, e.low, e.high);
    for (int i = 0; i < 3; i++) {
        uint8_t raw[BME280_RAW];
        memcpy(raw, e.raw, sizeof raw);
        raw[3 * i] = 0x80, raw[3 * i + 1] = 0;
        if (i < 2) {
            raw[3 * i + 2] = 0;
        }
        assert_int_equal(bme280_decode(&c, raw, &air), SENSOR_RANGE);
    }
}

static void calibration_that_no_sensor_has_is_refused(void **state) {
    (void)state;
    struct example280 good = example280();
    struct bme280_calibration c;
    for (int kind = 0; kind < 5; kind++) {
        struct example280 e = good;
        switch (kind) {
        case 0: memset(e.low, 0xFF, sizeof e.low); break;
        case 1: memset(e.high, 0, sizeof e.high); break;
        case 2: e.low[0] = e.low[1] = 0; break;      /* T1 */
        case 3: e.low[3] = 0x80; break;              /* T2 negative */
        default: e.low[6] = e.low[7] = 0; break;     /* P1, a divisor */
        }
        assert_false(bme280_parse(&c, e.low, e.high));
    }
    struct example680 g = example680();
    struct bme680_calibration d;
    assert_true(bme680_parse(&d, g.first, g.second, g.third));
    memset(g.second, 0xFF, sizeof g.second);
    assert_false(bme680_parse(&d, g.first, g.second, g.third));
    g = example680();
    g.first[4] = g.first[5] = 0; /* P1, a divisor */
    assert_false(bme680_parse(&d, g.first, g.second, g.third));
}

/* BME680 data sheet, section 3.3: the formulas in integers against those in floating point. */
static void bme680_agrees_with_the_integer_formulas(void **state) {
    (void)state;
    struct example680 e = example680();
    struct bme680_calibration c;
    struct climate air;
    assert_true(bme680_parse(&c, e.first, e.second, e.third));
    assert_int_equal(c.h1, 717);
    assert_int_equal(c.h2, 1022);
    assert_int_equal(c.switching_error, -1);
    assert_int_equal(c.heater_range, 1);
    assert_int_equal(bme680_decode(&c, BME680_GAS_LOW, e.field, &air), SENSOR_OK);
    struct integer_values integer = integer680(&c, e.field);
    assert_near(integer.temperature, (double)air.temperature, 0.01);
    assert_near(integer.pressure / 100, (double)air.pressure, 0.05);
    assert_near(integer.humidity, (double)air.humidity, 0.05);
}

/* Section 3.4: the two tables of constants by gas range, in integers and in percent, give the same resistance. */
static void gas_tables_of_the_data_sheet(void **state) {
    (void)state;
    struct example680 e = example680();
    struct bme680_calibration c;
    struct climate air;
    bme680_parse(&c, e.first, e.second, e.third);
    for (int error = -8; error < 8; error++) {
        c.switching_error = (int8_t)error;
        for (unsigned range = 0; range < 16; range++) {
            for (unsigned adc = 0; adc < 1024; adc += 33) {
                e.field[13] = e.field[15] = (uint8_t)(adc >> 2);
                e.field[14] = e.field[16] = (uint8_t)((adc & 3) << 6 | 0x30 | range);
                bme680_decode(&c, BME680_GAS_LOW, e.field, &air);
                double low = integer_gas_low(&c, adc, range);
                assert_near(low, (double)air.gas_resistance, 1 + low * 0.0001);
                bme680_decode(&c, BME680_GAS_HIGH, e.field, &air);
                double high = integer_gas_high(adc, range);
                assert_near(high, (double)air.gas_resistance, 101 + high * 0.0001);
            }
        }
    }
}

static void gas_counts_only_with_a_hot_heater(void **state) {
    (void)state;
    struct example680 e = example680();
    struct bme680_calibration c;
    struct climate air;
    bme680_parse(&c, e.first, e.second, e.third);
    e.field[14] &= (uint8_t)~0x10; /* heat_stab_r */
    assert_int_equal(bme680_decode(&c, BME680_GAS_LOW, e.field, &air), SENSOR_OK);
    assert_true((double)air.gas_resistance == 0);
    e.field[14] ^= 0x30; /* gas_valid_r */
    assert_int_equal(bme680_decode(&c, BME680_GAS_LOW, e.field, &air), SENSOR_OK);
    assert_true((double)air.gas_resistance == 0);
}

/* Section 3.3.5: the heater's register against integers, which cut the term of the ambient air down to steps of 256. */
static void heater_register_agrees_with_the_integer_formula(void **state) {
    (void)state;
    struct example680 e = example680();
    struct bme680_calibration c;
    bme680_parse(&c, e.first, e.second, e.third);
    for (int target = 200; target <= 400; target += 20) {
        for (int ambient = -20; ambient <= 60; ambient += 20) {
            assert_near(integer_heater(&c, target, ambient), bme680_heater(&c, target, ambient), 3);
        }
    }
}

/* A frame whose data words are 1 to 12 times 100, byte sum 0x07D2. */
static const uint8_t frame[PMS5003_FRAME] = { 0x42, 0x4D, 0x00, 0x1C, 0x00, 0x64, 0x00, 0xC8, 0x01, 0x2C, 0x01, 0x90,
    0x01, 0xF4, 0x02, 0x58, 0x02, 0xBC, 0x03, 0x20, 0x03, 0x84, 0x03, 0xE8, 0x04, 0x4C, 0x04, 0xB0, 0x97, 0x00, 0x07,
    0xD2 };

static int feed(struct pms5003 *machine, const uint8_t *bytes, size_t count) {
    int last = PMS5003_MORE;
    for (size_t i = 0; i < count; i++) {
        last = (int)pms5003_feed(machine, bytes[i]);
    }
    return last;
}

static void frame_of_the_particle_sensor(void **state) {
    (void)state;
    struct pms5003 machine = { { 0 }, 0 };
    assert_int_equal(feed(&machine, frame, sizeof frame), PMS5003_COMPLETE);
    for (unsigned n = 1; n <= 12; n++) {
        assert_int_equal(pms5003_data(&machine, n), 100 * n);
    }
}

static void every_changed_bit_of_a_frame_is_noticed(void **state) {
    (void)state;
    for (unsigned bit = 0; bit < 8 * PMS5003_FRAME; bit++) {
        struct pms5003 machine = { { 0 }, 0 };
        uint8_t changed[PMS5003_FRAME];
        memcpy(changed, frame, sizeof changed);
        changed[bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_int_not_equal(feed(&machine, changed, sizeof changed), PMS5003_COMPLETE);
        assert_int_equal(feed(&machine, frame, sizeof frame), PMS5003_COMPLETE);
    }
}

static void a_start_byte_before_the_frame_does_no_harm(void **state) {
    (void)state;
    struct pms5003 machine = { { 0 }, 0 };
    static const uint8_t before[3] = { 0x42, 0x42, 0x42 };
    feed(&machine, before, sizeof before);
    assert_int_equal(feed(&machine, frame, sizeof frame), PMS5003_COMPLETE);
}

/* A frame whose own data looks like a start must not be lost for ever to a machine that began in its middle. */
static void a_start_inside_the_frame_does_no_harm(void **state) {
    (void)state;
    struct pms5003 machine = { { 0 }, 0 };
    uint8_t tricky[PMS5003_FRAME];
    memcpy(tricky, frame, sizeof tricky);
    memcpy(tricky + 10, frame, 4);
    unsigned sum = 0;
    for (int i = 0; i < PMS5003_FRAME - 2; i++) {
        sum += tricky[i];
    }
    tricky[30] = (uint8_t)(sum >> 8), tricky[31] = (uint8_t)sum;
    feed(&machine, tricky + 5, sizeof tricky - 5);
    assert_int_equal(feed(&machine, tricky, sizeof tricky), PMS5003_COMPLETE);
    assert_memory_equal(machine.frame, tricky, sizeof tricky);
}

static void frames_of_another_length_are_told_apart(void **state) {
    (void)state;
    struct pms5003 machine = { { 0 }, 0 };
    static const uint8_t head[4] = { 0x42, 0x4D, 0x00, 0x24 }; /* a PMS5003ST has 36 */
    assert_int_equal(feed(&machine, head, sizeof head), PMS5003_LENGTH);
}

/* Appendix A of the LTR-559 data sheet, by hand: one case of each branch, gain 1, 100 ms. */
static void lux_formula_of_the_ltr559(void **state) {
    (void)state;
    static const struct { uint16_t infrared, both; double lux; } cases[] = {
        { 0, 0, 0 }, { 0, 1000, 1774.3 }, { 200, 800, 1.7743 * 800 + 1.1059 * 200 },
        { 500, 500, 4.2785 * 500 - 1.9548 * 500 }, { 700, 300, 0.5926 * 300 + 0.1185 * 700 }, { 900, 100, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const uint8_t data[4] = { (uint8_t)cases[i].infrared, (uint8_t)(cases[i].infrared >> 8), (uint8_t)cases[i].both,
            (uint8_t)(cases[i].both >> 8) };
        float lux = -1;
        assert_int_equal(ltr559_decode(data, LTR559_NEW, &lux), SENSOR_OK);
        assert_near(cases[i].lux, (double)lux, 0.001);
        assert_int_equal(ltr559_decode(data, 6 << 4, &lux), SENSOR_OK);
        assert_near(cases[i].lux / 48, (double)lux, 0.001);
    }
}

/* LTR-559 data sheet, register 0x8C, bits 4 to 6; 4 and 5 do not exist. */
static void gains_of_the_ltr559(void **state) {
    (void)state;
    static const unsigned gains[8] = { 1, 2, 4, 8, 0, 0, 48, 96 };
    for (unsigned code = 0; code < 8; code++) {
        assert_int_equal(ltr559_gain((uint8_t)(0x8F | code << 4)), gains[code]);
    }
}

static void light_that_is_not_valid_is_refused(void **state) {
    (void)state;
    static const uint8_t dim[4] = { 1, 0, 1, 0 };
    static const uint8_t full[4] = { 1, 0, 0xFF, 0xFF };
    float lux;
    assert_int_equal(ltr559_decode(dim, LTR559_INVALID, &lux), SENSOR_RANGE);
    assert_int_equal(ltr559_decode(dim, 4 << 4, &lux), SENSOR_RANGE);
    assert_int_equal(ltr559_decode(full, 0, &lux), SENSOR_RANGE);
    static const uint8_t saturated[2] = { 0xFF, 0xFF };
    assert_int_equal(bh1750_decode(saturated, &lux), SENSOR_RANGE);
}

/* BH1750 data sheet, "method to calculate": 0x8390 is 28067 lx. */
static void example_of_the_bh1750(void **state) {
    (void)state;
    static const uint8_t data[2] = { 0x83, 0x90 };
    float lux;
    assert_int_equal(bh1750_decode(data, &lux), SENSOR_OK);
    assert_near(28067, (double)lux, 0.5);
}

/* Mean square of the weighted sine after the filter has settled. */
static double weighted(double frequency, double amplitude) {
    struct a_weighting filter = { { 0 }, { 0 }, { 0 } };
    double sum = 0;
    for (int i = 0; i < 3 * A_WEIGHTING_RATE; i++) {
        double phase = 2 * 3.14159265358979323846 * fmod(frequency * i / A_WEIGHTING_RATE, 1);
        double y = (double)a_weighting_next(&filter, (float)(amplitude * sin(phase)));
        sum += i < A_WEIGHTING_RATE ? 0 : y * y;
    }
    return sum / (2.0 * A_WEIGHTING_RATE);
}

/* IEC 61672-1:2013, table 3, at the exact frequencies of the octaves; the table is rounded to 0.1 dB. */
static void weights_of_iec_61672(void **state) {
    (void)state;
    static const double table[10] = { -39.4, -26.2, -16.1, -8.6, -3.2, 0, 1.2, 1.0, -1.1, -6.6 };
    for (int i = 0; i < 10; i++) {
        double frequency = 1000 * pow(10, 0.3 * (i - 5));
        assert_near(table[i], 10 * log10(2 * weighted(frequency, 0.5) / 0.25), 0.05 + 0.15);
    }
}

static void microphone_at_its_sensitivity_hears_94_decibel(void **state) {
    (void)state;
    double amplitude = pow(10, -26 / 20.0);
    assert_near(94, (double)sound_level(weighted(1000, amplitude), -26), 0.01);
    assert_near(120, (double)sound_level(0.5, -26), 0.01);
    assert_true((double)sound_level(0, -26) == 0);
    assert_true((double)sound_level(1e-30, -26) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_example_of_bosch),
        cmocka_unit_test(humidity_coefficients_are_signed_and_share_a_register),
        cmocka_unit_test(coefficients_of_the_bme280_by_register),
        cmocka_unit_test(coefficients_of_the_bme680_by_register),
        cmocka_unit_test(other_calibrations_agree_with_the_integer_formulas),
        cmocka_unit_test(skipped_samples_are_not_values),
        cmocka_unit_test(calibration_that_no_sensor_has_is_refused),
        cmocka_unit_test(bme680_agrees_with_the_integer_formulas),
        cmocka_unit_test(gas_tables_of_the_data_sheet),
        cmocka_unit_test(gas_counts_only_with_a_hot_heater),
        cmocka_unit_test(heater_register_agrees_with_the_integer_formula),
        cmocka_unit_test(frame_of_the_particle_sensor),
        cmocka_unit_test(every_changed_bit_of_a_frame_is_noticed),
        cmocka_unit_test(a_start_byte_before_the_frame_does_no_harm),
        cmocka_unit_test(a_start_inside_the_frame_does_no_harm),
        cmocka_unit_test(frames_of_another_length_are_told_apart),
        cmocka_unit_test(lux_formula_of_the_ltr559),
        cmocka_unit_test(gains_of_the_ltr559),
        cmocka_unit_test(light_that_is_not_valid_is_refused),
        cmocka_unit_test(example_of_the_bh1750),
        cmocka_unit_test(weights_of_iec_61672),
        cmocka_unit_test(microphone_at_its_sensitivity_hears_94_decibel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
