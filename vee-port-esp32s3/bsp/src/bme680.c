#include "bme680.h"

#include "registers.h"

#define SKIPPED20 0x80000 /* what a measurement that is switched off leaves */
#define SKIPPED16 0x8000
#define GAS_VALID 0x30 /* gas_valid_r and heat_stab_r */

bool bme680_parse(struct bme680_calibration *c, const uint8_t first[BME680_FIRST], const uint8_t second[BME680_SECOND],
                  const uint8_t third[BME680_THIRD]) {
    c->t2 = signed16(first);
    c->t3 = (int8_t)first[2];
    c->p1 = unsigned16(first + 4);
    c->p2 = signed16(first + 6);
    c->p3 = (int8_t)first[8];
    c->p4 = signed16(first + 10);
    c->p5 = signed16(first + 12);
    c->p7 = (int8_t)first[14];
    c->p6 = (int8_t)first[15];
    c->p8 = signed16(first + 18);
    c->p9 = signed16(first + 20);
    c->p10 = first[22];
    c->h2 = (uint16_t)(second[0] << 4 | second[1] >> 4);
    c->h1 = (uint16_t)(second[2] << 4 | (second[1] & 15));
    c->h3 = (int8_t)second[3];
    c->h4 = (int8_t)second[4];
    c->h5 = (int8_t)second[5];
    c->h6 = second[6];
    c->h7 = (int8_t)second[7];
    c->t1 = unsigned16(second + 8);
    c->gh2 = signed16(second + 10);
    c->gh1 = (int8_t)second[12];
    c->gh3 = (int8_t)second[13];
    c->heater_value = (int8_t)third[0];
    c->heater_range = (uint8_t)(third[2] >> 4 & 3);
    c->switching_error = (int8_t)((int8_t)(third[4] & 0xF0) / 16);
    return !all_alike(first, BME680_FIRST) && !all_alike(second, BME680_SECOND) && c->t1 != 0 && c->t1 != 0xFFFF
        && c->t2 > 0 && c->p1 != 0 && c->p1 != 0xFFFF && c->h2 != 0 && c->h2 != 0xFFF;
}

/* The data sheet's formulas, in double precision: no calibration data can make them overflow. */

static double fine_temperature(const struct bme680_calibration *c, double adc) {
    double slope = (adc / 16384 - c->t1 / 1024.0) * c->t2;
    double bend = adc / 131072 - c->t1 / 8192.0;
    return slope + bend * bend * c->t3 * 16;
}

static double pressure(const struct bme680_calibration *c, double adc, double fine) {
    double t = fine / 2 - 64000;
    double offset = t * t * c->p6 / 131072 + t * c->p5 * 2;
    offset = offset / 4 + c->p4 * 65536.0;
    double sensitivity = (c->p3 * t * t / 16384 + c->p2 * t) / 524288;
    sensitivity = (1 + sensitivity / 32768) * c->p1;
    double p = (1048576 - adc - offset / 4096) * 6250 / sensitivity;
    double cubic = p / 256 * (p / 256) * (p / 256) * (c->p10 / 131072.0);
    return p + (c->p9 * p * p / 2147483648.0 + p * c->p8 / 32768 + cubic + c->p7 * 128.0) / 16;
}

static double humidity(const struct bme680_calibration *c, double adc, double temperature) {
    double t = temperature;
    double h = adc - (c->h1 * 16.0 + c->h3 / 2.0 * t);
    h *= c->h2 / 262144.0 * (1 + c->h4 / 16384.0 * t + c->h5 / 1048576.0 * t * t);
    return h + (c->h6 / 16384.0 + c->h7 / 2097152.0 * t) * h * h;
}

/* Tables of section 3.4.1: corrections by gas range, percent. */
static double gas_low(const struct bme680_calibration *c, int adc, unsigned range) {
    static const float k1[16] = { 0, 0, 0, 0, 0, -1, 0, -0.8f, 0, 0, -0.2f, -0.5f, 0, -1, 0, 0 };
    static const float k2[16] = { 0, 0, 0, 0, 0.1f, 0.7f, 0, -0.8f, -0.1f, 0, 0, 0, 0, 0, 0, 0 };
    double divisor = (1340 + 5.0 * c->switching_error) * (1 + (double)k1[range] / 100);
    return 8e6 / ((1 + (double)k2[range] / 100) * (1u << range) * ((adc - 512) / divisor + 1));
}

static double gas_high(int adc, unsigned range) {
    return 1e6 * (262144u >> range) / (4096 + 3 * (adc - 512));
}

static double gas(const struct bme680_calibration *c, uint8_t variant, const uint8_t field[BME680_FIELD]) {
    const uint8_t *sample = field + (variant == BME680_GAS_HIGH ? 15 : 13);
    if ((sample[1] & GAS_VALID) != GAS_VALID) {
        return 0;
    }
    int adc = sample[0] << 2 | sample[1] >> 6;
    unsigned range = sample[1] & 15u;
    return variant == BME680_GAS_HIGH ? gas_high(adc, range) : gas_low(c, adc, range);
}

enum sensor_state bme680_decode(const struct bme680_calibration *c, uint8_t variant, const uint8_t field[BME680_FIELD],
                                struct climate *climate) {
    int32_t adc_pressure = sample20(field + 2);
    int32_t adc_temperature = sample20(field + 5);
    int32_t adc_humidity = field[8] << 8 | field[9];
    if (adc_pressure == SKIPPED20 || adc_temperature == SKIPPED20 || adc_humidity == SKIPPED16) {
        return SENSOR_RANGE;
    }
    double fine = fine_temperature(c, adc_temperature);
    double temperature = fine / 5120;
    enum sensor_state state = climate_set(climate, temperature, pressure(c, adc_pressure, fine),
                                          humidity(c, adc_humidity, temperature));
    if (state == SENSOR_OK) {
        climate->gas_resistance = (float)gas(c, variant, field);
    }
    return state;
}

uint8_t bme680_heater(const struct bme680_calibration *c, double target, double ambient) {
    double base = c->gh1 / 16.0 + 49;
    double slope = c->gh2 / 32768.0 * 0.0005 + 0.00235;
    double resistance = base * (1 + slope * target) + c->gh3 / 1024.0 * ambient;
    double value = 3.4 * (resistance * (4 / (4.0 + c->heater_range)) / (1 + c->heater_value * 0.002) - 25);
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}
