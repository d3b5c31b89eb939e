/* A pretended raw partition "spool" on NOR flash: the functions of ESP-IDF's esp_partition. */
#ifndef NOR_H
#define NOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "esp_partition.h"

#define NOR_SECTOR 4096
#define NOR_PAGE 256

extern struct nor {
    esp_partition_t partition;
    uint8_t *cells;
    bool absent;                  /* the partition table does not have it */
    esp_err_t error;              /* with which the calls below fail unless it is ESP_OK */
    int reads, programs, erases;  /* calls that touched the flash */
    const void *java_from, *java_to; /* an array of Java, which no driver may be given */
} nor;

/* A partition of blank sectors in the given memory. */
void nor_reset(uint8_t *cells, uint32_t sectors);

#endif
