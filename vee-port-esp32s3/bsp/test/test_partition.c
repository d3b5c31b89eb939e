/* The natives of the raw partition, as Java calls them, over a pretended one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "board.h"
#include "nor.h"
#include "vm.h"

jint Java_space_opensensor_device_PartitionNatives_size(void);
jint Java_space_opensensor_device_PartitionNatives_read(jint address, jbyte *target, jint offset, jint length);
jint Java_space_opensensor_device_PartitionNatives_program(jint address, jbyte *source, jint offset, jint length);
jint Java_space_opensensor_device_PartitionNatives_erase(jint address);

#define SECTORS 8

static uint8_t cells[SECTORS * NOR_SECTOR];

/* An array of Java: the length, then the elements. */
static struct { jint length; jbyte elements[1000]; } array = { 1000, { 0 } };

static int blank(void **state) {
    (void)state;
    board_reset();
    vm_reset();
    nor_reset(cells, SECTORS);
    nor.java_from = array.elements;
    nor.java_to = array.elements + array.length;
    for (jint i = 0; i < array.length; i++) {
        array.elements[i] = (jbyte)(i * 7);
    }
    return 0;
}

static jint size(void) {
    return Java_space_opensensor_device_PartitionNatives_size();
}

static jint read(jint address, jint offset, jint length) {
    return Java_space_opensensor_device_PartitionNatives_read(address, array.elements, offset, length);
}

static jint program(jint address, jint offset, jint length) {
    return Java_space_opensensor_device_PartitionNatives_program(address, array.elements, offset, length);
}

/* Erases sector 1, in which the first byte is programmed; what Java sees. */
static jint erase_used(void) {
    cells[NOR_SECTOR] = 0;
    return vm_call(Java_space_opensensor_device_PartitionNatives_erase, NOR_SECTOR);
}

static bool is_erased(void) {
    return cells[NOR_SECTOR] == 0xFF;
}

/* The natives look for the partition until they find it, so this is the first test. */
static void tells_that_there_is_no_partition(void **state) {
    (void)state;
    nor.absent = true;
    assert_int_equal(size(), 0);
    assert_int_equal(read(0, 0, 1), ESP_ERR_INVALID_ARG);
    assert_int_equal(program(0, 0, 1), ESP_ERR_INVALID_ARG);
    assert_int_equal(erase_used(), ESP_ERR_INVALID_ARG);
    assert_int_equal(vm.jobs, 0);
}

static void programs_within_a_page_and_reads_across_pages(void **state) {
    (void)state;
    assert_int_equal(size(), SECTORS * NOR_SECTOR);
    assert_int_equal(program(NOR_SECTOR + 250, 100, 6), ESP_OK);
    assert_int_equal(program(NOR_SECTOR + 256, 106, 256), ESP_OK);
    assert_int_equal(program(NOR_SECTOR + 512, 362, 0), ESP_OK);
    assert_int_equal(program(NOR_SECTOR + 512, 362, 238), ESP_OK);
    memset(array.elements, 0, sizeof array.elements);
    assert_int_equal(read(NOR_SECTOR + 249, 10, 502), ESP_OK);
    assert_int_equal(nor.reads, 3);
    assert_int_equal(array.elements[9], 0);
    assert_int_equal(array.elements[10], -1);
    for (jint i = 0; i < 500; i++) {
        assert_int_equal(array.elements[11 + i], (jbyte)((100 + i) * 7));
    }
    assert_int_equal(array.elements[511], -1);
    assert_int_equal(array.elements[512], 0);
}

/* A page takes 3 ms at most; two might take longer than a tick of the scheduler allows. */
static void programs_no_two_pages_at_once(void **state) {
    (void)state;
    assert_int_equal(program(NOR_SECTOR + 255, 0, 2), ESP_ERR_INVALID_SIZE);
    assert_int_equal(program(NOR_SECTOR, 0, 257), ESP_ERR_INVALID_SIZE);
    assert_int_equal(nor.programs, 0);
}

static void refuses_what_is_outside(void **state) {
    (void)state;
    const jint outside[][3] = { { -1, 0, 1 }, { 0, -1, 1 }, { 0, 0, -1 }, { 0, 0, 1001 }, { 0, 999, 2 }, { 0, 1001, 0 },
                                { SECTORS * NOR_SECTOR, 0, 1 }, { INT32_MAX, 0, 1 } };
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        const jint *o = outside[i];
        assert_int_not_equal(read(o[0], o[1], o[2]), ESP_OK);
        assert_int_not_equal(program(o[0], o[1], o[2]), ESP_OK);
    }
    assert_int_not_equal(read(SECTORS * NOR_SECTOR - 1, 0, 2), ESP_OK);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_read(0, NULL, 0, 1), ESP_ERR_INVALID_ARG);
    assert_int_equal(Java_space_opensensor_device_PartitionNatives_program(0, NULL, 0, 1), ESP_ERR_INVALID_ARG);
    const jint starts[] = { SECTORS * NOR_SECTOR, -NOR_SECTOR, 1, INT32_MAX };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        assert_int_not_equal(vm_call(Java_space_opensensor_device_PartitionNatives_erase, starts[i]), ESP_OK);
    }
    assert_int_equal(vm.jobs, 0);
    assert_int_equal(nor.programs + nor.erases, 0);
}

static void the_flash_may_fail(void **state) {
    (void)state;
    nor.error = ESP_ERR_TIMEOUT;
    assert_int_equal(read(0, 0, 1), ESP_ERR_TIMEOUT);
    assert_int_equal(program(0, 0, 1), ESP_ERR_TIMEOUT);
    assert_int_equal(erase_used(), ESP_ERR_TIMEOUT);
    assert_int_equal(vm.jobs, 0);
    nor.error = ESP_OK;
    assert_int_equal(erase_used(), ESP_OK);
    assert_true(is_erased());
}

/* That no native runs meanwhile, the pretended flash makes sure. */
static void the_thread_is_suspended_while_the_flash_erases(void **state) {
    (void)state;
    assert_int_equal(erase_used(), ESP_OK);
    assert_true(is_erased());
    assert_int_equal(vm.suspensions, 1);
    assert_int_equal(vm.jobs, 0);
    assert_int_equal(nor.erases, 1);
    assert_int_equal(board.thrown, 0);
}

static void waits_for_a_job_that_is_free(void **state) {
    (void)state;
    vm.occupied = 2;
    assert_int_equal(erase_used(), ESP_OK);
    assert_true(is_erased());
    assert_int_equal(vm.suspensions, 3);
    assert_int_equal(vm.jobs, 0);
}

static void waits_again_when_it_is_resumed_before_the_job_is_done(void **state) {
    (void)state;
    vm.early = 3;
    assert_int_equal(erase_used(), ESP_OK);
    assert_true(is_erased());
    assert_int_equal(vm.suspensions, 4);
    assert_int_equal(vm.jobs, 0);
    assert_int_equal(nor.erases, 1);
}

static void throws_when_it_may_not_wait_for_a_job(void **state) {
    (void)state;
    vm.waits_in_vain = true;
    (void)erase_used();
    assert_int_equal(board.thrown, -1);
    assert_true(board.thrown_checked);
    assert_false(is_erased());
    assert_int_equal(vm.suspensions, 0);
}

static void throws_when_the_worker_takes_no_job(void **state) {
    (void)state;
    vm.refuses = true;
    (void)erase_used();
    assert_int_equal(board.thrown, -1);
    assert_true(board.thrown_checked);
    assert_false(is_erased());
    assert_int_equal(vm.jobs, 0);
    vm.refuses = false;
    assert_int_equal(erase_used(), ESP_OK);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, blank)
    const struct CMUnitTest tests[] = {
        TEST(tells_that_there_is_no_partition),
        TEST(programs_within_a_page_and_reads_across_pages),
        TEST(programs_no_two_pages_at_once),
        TEST(refuses_what_is_outside),
        TEST(the_flash_may_fail),
        TEST(the_thread_is_suspended_while_the_flash_erases),
        TEST(waits_for_a_job_that_is_free),
        TEST(waits_again_when_it_is_resumed_before_the_job_is_done),
        TEST(throws_when_it_may_not_wait_for_a_job),
        TEST(throws_when_the_worker_takes_no_job),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
