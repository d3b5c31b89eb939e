#include "flash_partition.h"

#include <stddef.h>
#include <string.h>

#include "esp_partition.h"

#define SUBTYPE 0x40 /* the first that ESP-IDF leaves to applications */
#define SECTOR 4096

/* PSRAM, where Java arrays lie, cannot be reached while the flash is busy: bytes go through here. For the task of Java. */
static uint8_t page[FLASH_PAGE];

static const esp_partition_t *spool(void) {
    static const esp_partition_t *found;
    if (found == NULL) {
        found = esp_partition_find_first(ESP_PARTITION_TYPE_DATA, (esp_partition_subtype_t)SUBTYPE, "spool");
    }
    return found;
}

int32_t flash_partition_size(void) {
    const esp_partition_t *partition = spool();
    return partition == NULL ? 0 : (int32_t)partition->size;
}

/* Bytes from an address to the end of its page. */
static int32_t within_page(int32_t address) {
    return FLASH_PAGE - address % FLASH_PAGE;
}

int32_t flash_partition_read(int32_t address, uint8_t *target, int32_t length) {
    esp_err_t error = spool() == NULL ? ESP_ERR_INVALID_ARG : ESP_OK;
    for (int32_t done = 0, n; done < length && error == ESP_OK; done += n) {
        n = within_page(address + done);
        n = n < length - done ? n : length - done;
        error = esp_partition_read(spool(), (size_t)(address + done), page, (size_t)n);
        if (error == ESP_OK) {
            memcpy(target + done, page, (size_t)n);
        }
    }
    return error;
}

int32_t flash_partition_program(int32_t address, const uint8_t *source, int32_t length) {
    if (spool() == NULL) {
        return ESP_ERR_INVALID_ARG;
    }
    if (length > within_page(address)) {
        return ESP_ERR_INVALID_SIZE;
    }
    memcpy(page, source, (size_t)length);
    return esp_partition_write(spool(), (size_t)address, page, (size_t)length);
}

int32_t flash_partition_erase(int32_t address) {
    return spool() == NULL ? ESP_ERR_INVALID_ARG : esp_partition_erase_range(spool(), (size_t)address, SECTOR);
}
