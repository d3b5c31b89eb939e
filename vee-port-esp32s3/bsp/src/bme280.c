#include "bme280.h"

#include "registers.h"

#define SKIPPED20 0x80000 /* what a measurement that is switched off leaves */
#define SKIPPED16 0x8000

bool bme280_parse(struct bme280_calibration *c, const uint8_t low[BME280_LOW], const uint8_t high[BME280_HIGH]) {
    c->t1 = unsigned16(low);
    c->t2 = signed16(low + 2);
    c->t3 = signed16(low + 4);
    c->p1 = unsigned16(low + 6);
    c->p2 = signed16(low + 8);
    c->p3 = signed16(low + 10);
    c->p4 = signed16(low + 12);
    c->p5 = signed16(low + 14);
    c->p6 = signed16(low + 16);
    c->p7 = signed16(low + 18);
    c->p8 = signed16(low + 20);
    c->p9 = signed16(low + 22);
    c->h1 = low[25];
    c->h2 = signed16(high);
    c->h3 = high[2];
    c->h4 = (int16_t)((int8_t)high[3] * 16 + (high[4] & 15));
    c->h5 = (int16_t)((int8_t)high[5] * 16 + (high[4] >> 4));
    c->h6 = (int8_t)high[6];
    return !all_alike(low, BME280_LOW) && !all_alike(high, BME280_HIGH) && c->t1 != 0 && c->t1 != 0xFFFF && c->t2 > 0
        && c->p1 != 0 && c->p1 != 0xFFFF && c->h2 > 0;
}

/* The formulas of the data sheet's section 8.1, in double precision: no calibration data can make them overflow. */

static double fine_temperature(const struct bme280_calibration *c, double adc) {
    double slope = (adc / 16384 - c->t1 / 1024.0) * c->t2;
    double bend = adc / 131072 - c->t1 / 8192.0;
    return slope + bend * bend * c->t3;
}

static double pressure(const struct bme280_calibration *c, double adc, double fine) {
    double t = fine / 2 - 64000;
    double offset = t * t * c->p6 / 32768 + t * c->p5 * 2;
    offset = offset / 4 + c->p4 * 65536.0;
    double sensitivity = (c->p3 * t * t / 524288 + c->p2 * t) / 524288;
    sensitivity = (1 + sensitivity / 32768) * c->p1;
    double p = (1048576 - adc - offset / 4096) * 6250 / sensitivity;
    return p + (c->p9 * p * p / 2147483648.0 + p * c->p8 / 32768 + c->p7) / 16;
}

static double humidity(const struct bme280_calibration *c, double adc, double fine) {
    double t = fine - 76800;
    double h = adc - (c->h4 * 64.0 + c->h5 / 16384.0 * t);
    h *= c->h2 / 65536.0 * (1 + c->h6 / 67108864.0 * t * (1 + c->h3 / 67108864.0 * t));
    return h * (1 - c->h1 * h / 524288);
}

enum sensor_state bme280_decode(const struct bme280_calibration *c, const uint8_t raw[BME280_RAW],
                                struct climate *climate) {
    int32_t adc_pressure = sample20(raw);
    int32_t adc_temperature = sample20(raw + 3);
    int32_t adc_humidity = raw[6] << 8 | raw[7];
    if (adc_pressure == SKIPPED20 || adc_temperature == SKIPPED20 || adc_humidity == SKIPPED16) {
        return SENSOR_RANGE;
    }
    double fine = fine_temperature(c, adc_temperature);
    return climate_set(climate, fine / 5120, pressure(c, adc_pressure, fine), humidity(c, adc_humidity, fine));
}
