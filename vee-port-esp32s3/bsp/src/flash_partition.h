/* The raw flash partition of the spool, over the driver of ESP-IDF. */
#ifndef FLASH_PARTITION_H
#define FLASH_PARTITION_H

#include <stdint.h>

#define FLASH_PAGE 256 /* bytes that the chip programs at once */

/* Bytes of the partition of type data, subtype 0x40, label "spool"; 0 if the partition table has none. */
int32_t flash_partition_size(void);

/* The calls below return 0 or an error of ESP-IDF: ESP_ERR_INVALID_ARG without a partition, or what its driver tells of a
 * place outside of it. Addresses and lengths are 0 or more. */

/* Copies bytes out, which may go to PSRAM. */
int32_t flash_partition_read(int32_t address, uint8_t *target, int32_t length);

/* Clears bits of one page, in at most 3 ms; ESP_ERR_INVALID_SIZE for bytes beyond its end. The bytes may lie in PSRAM. */
int32_t flash_partition_program(int32_t address, const uint8_t *source, int32_t length);

/* Sets all bits of the sector of 4,096 bytes at an address: some 45 ms, at most 400 ms. */
int32_t flash_partition_erase(int32_t address);

#endif
