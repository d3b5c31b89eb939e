#include "nor.h"

#include <assert.h>
#include <string.h>

#include "vm.h"

struct nor nor;

void nor_reset(uint8_t *cells, uint32_t sectors) {
    memset(&nor, 0, sizeof nor);
    nor.partition = (esp_partition_t){ 0x510000, sectors * NOR_SECTOR, "spool" };
    nor.cells = cells;
    memset(cells, 0xFF, nor.partition.size);
}

const esp_partition_t *esp_partition_find_first(esp_partition_type_t type, esp_partition_subtype_t subtype, const char *label) {
    assert(type == ESP_PARTITION_TYPE_DATA && subtype == (esp_partition_subtype_t)0x40 && strcmp(label, "spool") == 0);
    return nor.absent ? NULL : &nor.partition;
}

/* What ESP-IDF checks first; then the flash may fail. */
static esp_err_t check(const esp_partition_t *where, size_t offset, size_t size) {
    assert(where == &nor.partition);
    return offset > where->size ? ESP_ERR_INVALID_ARG : size > where->size - offset ? ESP_ERR_INVALID_SIZE : nor.error;
}

static bool is_java(const void *bytes) {
    return bytes >= nor.java_from && bytes < nor.java_to;
}

esp_err_t esp_partition_read(const esp_partition_t *where, size_t offset, void *target, size_t size) {
    assert(!is_java(target));
    esp_err_t error = check(where, offset, size);
    if (error == ESP_OK) {
        memcpy(target, nor.cells + offset, size);
        nor.reads++;
    }
    return error;
}

esp_err_t esp_partition_write(const esp_partition_t *where, size_t offset, const void *source, size_t size) {
    assert(!is_java(source) && (size == 0 || offset / NOR_PAGE == (offset + size - 1) / NOR_PAGE));
    esp_err_t error = check(where, offset, size);
    for (size_t i = 0; error == ESP_OK && i < size; i++) {
        nor.cells[offset + i] &= ((const uint8_t *)source)[i];
    }
    nor.programs += error == ESP_OK;
    return error;
}

/* Takes long: never while a native runs, unless there is no worker. */
esp_err_t esp_partition_erase_range(const esp_partition_t *where, size_t offset, size_t size) {
    assert(!vm.in_native || vm.no_worker);
    esp_err_t error = check(where, offset, size);
    if (error == ESP_OK && (offset % NOR_SECTOR != 0 || size % NOR_SECTOR != 0)) {
        error = ESP_ERR_INVALID_ARG;
    }
    if (error == ESP_OK) {
        memset(nor.cells + offset, 0xFF, size);
        nor.erases++;
    }
    return error;
}
