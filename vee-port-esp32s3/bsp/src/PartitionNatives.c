/* Natives of space.opensensor.device.PartitionNatives: the raw flash partition of the spool. */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "esp_partition.h"
#include "sni.h"

#define SUBTYPE 0x40 /* the first that ESP-IDF leaves to applications */
#define SECTOR 4096
#define PAGE 256 /* what the chip programs at once */

/* Java arrays may lie in PSRAM, which cannot be reached while the flash is busy: all bytes go through here. Natives run on
 * one task. */
static uint8_t page[PAGE];

static const esp_partition_t *spool(void) {
    static const esp_partition_t *found;
    if (found == NULL) {
        found = esp_partition_find_first(ESP_PARTITION_TYPE_DATA, (esp_partition_subtype_t)SUBTYPE, "spool");
    }
    return found;
}

static bool is_within(const jbyte *array, jint address, jint offset, jint length) {
    return array != NULL && address >= 0 && offset >= 0 && length >= 0 && length <= SNI_getArrayLength((void *)array) - offset;
}

jint Java_space_opensensor_device_PartitionNatives_size(void) {
    const esp_partition_t *partition = spool();
    return partition == NULL ? 0 : (jint)partition->size;
}

/* @return bytes from an address to the end of its page, and no more than are left. */
static jint within_page(jint address, jint left) {
    jint n = PAGE - address % PAGE;
    return n < left ? n : left;
}

jint Java_space_opensensor_device_PartitionNatives_read(jint address, jbyte *target, jint offset, jint length) {
    if (spool() == NULL || !is_within(target, address, offset, length)) {
        return ESP_ERR_INVALID_ARG;
    }
    esp_err_t error = ESP_OK;
    for (jint done = 0, n; done < length && error == ESP_OK; done += n) {
        n = within_page(address + done, length - done);
        error = esp_partition_read(spool(), (size_t)(address + done), page, (size_t)n);
        if (error == ESP_OK) {
            memcpy(target + offset + done, page, (size_t)n);
        }
    }
    return error;
}

jint Java_space_opensensor_device_PartitionNatives_program(jint address, jbyte *source, jint offset, jint length) {
    if (spool() == NULL || !is_within(source, address, offset, length)) {
        return ESP_ERR_INVALID_ARG;
    }
    esp_err_t error = ESP_OK;
    for (jint done = 0, n; done < length && error == ESP_OK; done += n) {
        n = within_page(address + done, length - done);
        memcpy(page, source + offset + done, (size_t)n);
        error = esp_partition_write(spool(), (size_t)(address + done), page, (size_t)n);
    }
    return error;
}

jint Java_space_opensensor_device_PartitionNatives_erase(jint address) {
    if (spool() == NULL || address < 0) {
        return ESP_ERR_INVALID_ARG;
    }
    return esp_partition_erase_range(spool(), (size_t)address, SECTOR);
}
