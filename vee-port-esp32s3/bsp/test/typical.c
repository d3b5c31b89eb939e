#include "typical.h"

#include <string.h>

static void put16(uint8_t *bytes, int value) {
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)((unsigned)value >> 8);
}

static void put20(uint8_t *bytes, int value) {
    bytes[0] = (uint8_t)(value >> 12);
    bytes[1] = (uint8_t)(value >> 4);
    bytes[2] = (uint8_t)(value << 4);
}

struct example280 example280(void) {
    static const int words[12] = { 27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000 };
    struct example280 e;
    memset(&e, 0, sizeof e);
    for (int i = 0; i < 12; i++) {
        put16(e.low + 2 * i, words[i]);
    }
    e.low[25] = 75;                                            /* H1 */
    put16(e.high, 362);                                        /* H2 */
    e.high[3] = 0x14, e.high[4] = 0x22, e.high[5] = 0x03;      /* H4 = 322, H5 = 50 */
    e.high[6] = 30;                                            /* H6 */
    put20(e.raw, 415148);
    put20(e.raw + 3, 519888);
    e.raw[6] = 0x6A, e.raw[7] = 0x20;
    return e;
}

struct example680 example680(void) {
    struct example680 e;
    memset(&e, 0, sizeof e);
    put16(e.first, 26435);       /* T2 */
    e.first[2] = 3;              /* T3 */
    put16(e.first + 4, 36673);   /* P1 */
    put16(e.first + 6, -10311);  /* P2 */
    e.first[8] = 88;             /* P3 */
    put16(e.first + 10, 7233);   /* P4 */
    put16(e.first + 12, -133);   /* P5 */
    e.first[14] = 37;            /* P7 */
    e.first[15] = 30;            /* P6 */
    put16(e.first + 18, -2400);  /* P8 */
    put16(e.first + 20, -2561);  /* P9 */
    e.first[22] = 30;            /* P10 */
    e.second[0] = 1022 >> 4;     /* H2 */
    e.second[1] = (1022 & 15) << 4 | (717 & 15);
    e.second[2] = 717 >> 4;      /* H1 */
    e.second[4] = 45, e.second[5] = 20, e.second[6] = 120, e.second[7] = 0x9C; /* H4 to H7 */
    put16(e.second + 8, 26203);  /* T1 */
    put16(e.second + 10, -5969); /* GH2 */
    e.second[12] = 0xE2;         /* GH1 = -30 */
    e.second[13] = 18;           /* GH3 */
    e.third[0] = 50;             /* res_heat_val */
    e.third[2] = 1 << 4;         /* res_heat_range */
    e.third[4] = 0xF3;           /* range_sw_err = -1 */
    put20(e.field + 2, 370000);
    put20(e.field + 5, 496000);
    e.field[8] = 0x56, e.field[9] = 0x00;
    e.field[0] = 0x80;
    e.field[13] = 600 >> 2, e.field[14] = (uint8_t)((600 & 3) << 6 | 0x30 | 5);
    e.field[15] = 700 >> 2, e.field[16] = (uint8_t)((700 & 3) << 6 | 0x30 | 4);
    return e;
}
