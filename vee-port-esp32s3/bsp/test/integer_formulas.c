#include "integer_formulas.h"

#include "registers.h"

/* BME280 data sheet, section 4.2.3: 32 bits for temperature and humidity, 64 bits for pressure. Right shifts of
 * negative numbers keep the sign here, as the data sheet expects. */
struct integer_values integer280(const struct bme280_calibration *c, const uint8_t raw[BME280_RAW]) {
    struct integer_values values;
    int32_t adc_p = sample20(raw), adc_t = sample20(raw + 3), adc_h = raw[6] << 8 | raw[7];
    int32_t d = (adc_t >> 4) - c->t1;
    values.fine = ((((adc_t >> 3) - c->t1 * 2) * c->t2) >> 11) + ((((d * d) >> 12) * c->t3) >> 14);
    values.temperature = ((values.fine * 5 + 128) >> 8) / 100.0;

    int64_t a = (int64_t)values.fine - 128000;
    int64_t b = a * a * c->p6 + a * c->p5 * 131072 + c->p4 * 34359738368LL;
    int64_t sensitivity = ((((int64_t)1 << 47) + ((a * a * c->p3) >> 8) + a * c->p2 * 4096) * c->p1) >> 33;
    int64_t p = sensitivity == 0 ? 0 : (((int64_t)(1048576 - adc_p) * 2147483648LL - b) * 3125) / sensitivity;
    int64_t square = (c->p9 * (p >> 13) * (p >> 13)) >> 25;
    values.pressure = (double)(((p + square + ((c->p8 * p) >> 19)) >> 8) + c->p7 * 16) / 256;

    int32_t v = values.fine - 76800;
    int32_t slope = (((((v * c->h6) >> 10) * (((v * c->h3) >> 11) + 32768)) >> 10) + 2097152) * c->h2;
    v = ((adc_h * 16384 - c->h4 * 1048576 - c->h5 * v + 16384) >> 15) * ((slope + 8192) >> 14);
    v -= ((((v >> 15) * (v >> 15)) >> 7) * c->h1) >> 4;
    v = v < 0 ? 0 : v > 419430400 ? 419430400 : v;
    values.humidity = (v >> 12) / 1024.0;
    return values;
}

/* BME680 data sheet, section 3.3. */
struct integer_values integer680(const struct bme680_calibration *c, const uint8_t field[BME680_FIELD]) {
    struct integer_values values;
    int32_t adc_p = sample20(field + 2), adc_t = sample20(field + 5), adc_h = field[8] << 8 | field[9];
    int32_t v1 = (adc_t >> 3) - c->t1 * 2;
    values.fine = ((v1 * c->t2) >> 11) + ((((v1 >> 1) * (v1 >> 1)) >> 12) * (c->t3 * 16) >> 14);
    int32_t centi = (values.fine * 5 + 128) >> 8;
    values.temperature = centi / 100.0;

    v1 = (values.fine >> 1) - 64000;
    int32_t square = (v1 >> 2) * (v1 >> 2);
    int32_t v2 = (((square >> 11) * c->p6) >> 2) + v1 * c->p5 * 2;
    v2 = (v2 >> 2) + c->p4 * 65536;
    v1 = ((((square >> 13) * (c->p3 * 32)) >> 3) + ((c->p2 * v1) >> 1)) >> 18;
    v1 = ((32768 + v1) * c->p1) >> 15;
    int32_t p = (int32_t)((uint32_t)(1048576 - adc_p - (v2 >> 12)) * 3125u);
    p = p >= 0x40000000 ? p / v1 * 2 : p * 2 / v1;
    int32_t ninth = (c->p9 * (((p >> 3) * (p >> 3)) >> 13)) >> 12;
    int32_t cubic = (int32_t)(((int64_t)(p >> 8) * (p >> 8) * (p >> 8) * c->p10) >> 17);
    values.pressure = p + ((ninth + (((p >> 2) * c->p8) >> 13) + cubic + c->p7 * 128) >> 4);

    v1 = adc_h - c->h1 * 16 - (((centi * c->h3) / 100) >> 1);
    v2 = (c->h2 * (centi * c->h4 / 100 + (((centi * (centi * c->h5 / 100)) >> 6) / 100) + 16384)) >> 10;
    int32_t v3 = v1 * v2;
    int32_t v4 = (c->h6 * 128 + centi * c->h7 / 100) >> 4;
    int32_t v6 = (v4 * (((v3 >> 14) * (v3 >> 14)) >> 10)) >> 1;
    int32_t h = (((v3 + v6) >> 10) * 1000) >> 12;
    values.humidity = (h > 100000 ? 100000 : h < 0 ? 0 : h) / 1000.0;
    return values;
}

/* Section 3.4.1, the table of integer constants. */
double integer_gas_low(const struct bme680_calibration *c, unsigned adc, unsigned range) {
    static const int64_t const1[16] = { 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2126008810,
        2147483647, 2130303777, 2147483647, 2147483647, 2143188679, 2136746228, 2147483647, 2126008810, 2147483647,
        2147483647 };
    static const int64_t const2[16] = { 4096000000, 2048000000, 1024000000, 512000000, 255744255, 127110228, 64000000,
        32258064, 16016016, 8000000, 4000000, 2000000, 1000000, 500000, 250000, 125000 };
    int64_t v1 = ((1340 + 5 * (int64_t)c->switching_error) * const1[range]) >> 16;
    int64_t v2 = ((int64_t)adc << 15) - 16777216 + v1;
    return (double)((((const2[range] * v1) >> 9) + (v2 >> 1)) / v2);
}

double integer_gas_high(unsigned adc, unsigned range) {
    int32_t divisor = 4096 + 3 * ((int32_t)adc - 512);
    return (double)(10000u * (262144u >> range) / (uint32_t)divisor) * 100;
}

/* Section 3.3.5. */
int integer_heater(const struct bme680_calibration *c, int target, int ambient) {
    int32_t v1 = ambient * c->gh3 / 1000 * 256;
    int32_t v2 = (c->gh1 + 784) * (((c->gh2 + 154009) * target * 5 / 100 + 3276800) / 10);
    int32_t v4 = (v1 + v2 / 2) / (c->heater_range + 4);
    int32_t v5 = 131 * c->heater_value + 65536;
    return ((v4 / v5 - 250) * 34 + 50) / 100;
}
