/* The natives of the raw partition over a pretended one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "esp_partition.h"
#include "sni.h"

jint Java_space_opensensor_device_PartitionNatives_size(void);
jint Java_space_opensensor_device_PartitionNatives_read(jint address, jbyte *target, jint offset, jint length);
jint Java_space_opensensor_device_PartitionNatives_program(jint address, jbyte *source, jint offset, jint length);
jint Java_space_opensensor_device_PartitionNatives_erase(jint address);

#define SECTOR 4096
#define SECTORS 8

static esp_partition_t partition = { 0x510000, SECTORS * SECTOR, "spool" };
static uint8_t cells[SECTORS * SECTOR];
static bool absent;
static int writes;

/* An array of Java: the length, then the elements. */
static struct { jint length; jbyte elements[1000]; } array = { 1000, { 0 } };

const esp_partition_t *esp_partition_find_first(esp_partition_type_t type, esp_partition_subtype_t subtype, const char *label) {
    assert_int_equal(type, ESP_PARTITION_TYPE_DATA);
    assert_int_equal(subtype, 0x40);
    assert_string_equal(label, "spool");
    return absent ? NULL : &partition;
}

static bool is_java(const void *bytes) {
    return (const jbyte *)bytes >= array.elements && (const jbyte *)bytes < array.elements + array.length;
}

static esp_err_t check(const esp_partition_t *where, size_t offset, size_t size) {
    assert_ptr_equal(where, &partition);
    return offset > where->size ? ESP_ERR_INVALID_ARG : size > where->size - offset ? ESP_ERR_INVALID_SIZE : ESP_OK;
}

esp_err_t esp_partition_read(const esp_partition_t *where, size_t offset, void *target, size_t size) {
    esp_err_t error = check(where, offset, size);
    assert_false(is_java(target));
    if (error == ESP_OK) {
        memcpy(target, cells + offset, size);
    }
    return error;
}

esp_err_t esp_partition_write(const esp_partition_t *where, size_t offset, const void *source, size_t size) {
    esp_err_t error = check(where, offset, size);
    for (size_t i = 0; error == ESP_OK && i < size; i++) {
        cells[offset + i] &= ((const uint8_t *)source)[i];
    }
    assert_true(size == 0 || offset / 256 == (offset + size - 1) / 256);
    assert_false(is_java(source));
    writes++;
    return error;
}

esp_err_t esp_partition_erase_range(const esp_partition_t *where, size_t offset, size_t size) {
    esp_err_t error = check(where, offset, size);
    if (error == ESP_OK && offset % SECTOR == 0 && size % SECTOR == 0) {
        memset(cells + offset, 0xFF, size);
        return ESP_OK;
    }
    return error == ESP_OK ? ESP_ERR_INVALID_ARG : error;
}

/* The natives look for the partition until they find it, so this is the first test. */
static void tells_that_there_is_no_partition(void **state) {
    (void)state;
    absent = true;
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_size(), 0);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_read(0, array.elements, 0, 1), ESP_ERR_INVALID_ARG);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_program(0, array.elements, 0, 1), ESP_ERR_INVALID_ARG);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_erase(0), ESP_ERR_INVALID_ARG);
    absent = false;
}

static void erases_programs_page_by_page_and_reads(void **state) {
    (void)state;
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_size(), SECTORS * SECTOR);
    for (jint i = 0; i < 1000; i++) {
        array.elements[i] = (jbyte)(i * 7);
    }
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_erase(SECTOR), ESP_OK);
    writes = 0;
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_program(SECTOR + 250, array.elements, 100, 600), ESP_OK);
    assert_int_equal(writes, 4);
    memset(array.elements, 0, sizeof array.elements);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_read(SECTOR + 249, array.elements, 10, 602), ESP_OK);
    assert_int_equal(array.elements[9], 0);
    assert_int_equal(array.elements[10], -1);
    for (jint i = 0; i < 600; i++) {
        assert_int_equal(array.elements[11 + i], (jbyte)((100 + i) * 7));
    }
    assert_int_equal(array.elements[611], -1);
    assert_int_equal(array.elements[612], 0);
}

static void refuses_what_is_outside(void **state) {
    (void)state;
    const jint outside[][3] = { { -1, 0, 1 }, { 0, -1, 1 }, { 0, 0, -1 }, { 0, 0, 1001 }, { 0, 999, 2 }, { 0, 1001, 0 },
                                { SECTORS * SECTOR, 0, 1 }, { SECTORS * SECTOR - 1, 0, 2 }, { INT32_MAX, 0, 1000 } };
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        const jint *o = outside[i];
        assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_read(o[0], array.elements, o[1], o[2]), ESP_OK);
        assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_program(o[0], array.elements, o[1], o[2]), ESP_OK);
    }
    assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_read(0, NULL, 0, 1), ESP_OK);
    assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_erase(SECTORS * SECTOR), ESP_OK);
    assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_erase(-SECTOR), ESP_OK);
    assert_int_not_equal(Java_space_opensensor_device_PartitionNatives_erase(1), ESP_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_that_there_is_no_partition),
        cmocka_unit_test(erases_programs_page_by_page_and_reads),
        cmocka_unit_test(refuses_what_is_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
