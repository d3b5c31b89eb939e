/* A pretended board: the functions of ESP-IDF, FreeRTOS and SNI that the natives call, over pretended sensors and a
 * clock of its own. Any call can be made to fail. */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "esp_err.h"
#include "sni.h"

enum chip { NOTHING, BME280, BME680, BME688, LTR559, BH1750 };

/* A pretended sensor on the I2C bus. */
struct chip_state {
    enum chip chip;
    uint8_t address;
    uint8_t registers[256];
    uint16_t count;   /* of a BH1750; of both channels of an LTR-559 at gain 1 */
    int64_t ready;    /* when it may be read again, microseconds since the boot: after a reset or a trigger */
    bool frozen;      /* raw values never change */
    bool unfinished;  /* measurements never end */
};

enum sound { SINE, FLAT_LINE };

extern struct board {
    int64_t micros; /* since the boot */
    struct chip_state chips[2];
    const uint8_t *uart; /* a frame that comes every second; NULL for a line that is silent */
    enum sound sound;
    double amplitude; /* of SINE, 1 kHz, full scale being 1 */

    long calls;              /* of functions that can fail */
    long first, last;        /* numbers of the calls that fail; none if last < first */
    esp_err_t error;         /* with which they fail */
    const char *function[2000]; /* by number of the call, from 1 */

    void (*task)(void *);
    void (*at)(int64_t millis); /* called as time passes, as Java would call */
    int drivers;                /* that are installed */
    int locks;                  /* that are held */

    int32_t thrown;             /* error code of the exception that is pending; 0 for none */
    bool thrown_checked;        /* it is an IOException */
    const char *thrown_message;
    uint32_t watchdog_millis;
    bool watchdog_panics;
    int watchdog_state; /* 0 not initialized, 1 initialized */
    int watchdog_users, watchdog_feeds;
    uint64_t wakeup_micros;
    bool slept;
    esp_err_t reset_reason;
} board;

/* Takes everything off the board and sets the clock to one second after the boot. */
void board_reset(void);

/* Fits a sensor whose calibration and raw values are typical. */
struct chip_state *board_fit(int slot, enum chip chip, uint8_t address);

/* Runs the task that was created, until it ends. */
void board_run(void);

/* Calls a native that may start deep sleep; whether it did. */
bool board_catches_sleep(jint (*native)(jint), jint argument);

#endif
