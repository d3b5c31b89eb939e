/* The natives of the raw partition on a board without memory for their worker, which is tried once: a program of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "board.h"
#include "nor.h"
#include "vm.h"

jint Java_space_opensensor_device_PartitionNatives_erase(jint address);

static uint8_t cells[2 * NOR_SECTOR];

static void the_task_of_java_erases_itself(void **state) {
    (void)state;
    board_reset();
    vm_reset();
    vm.no_worker = true;
    nor_reset(cells, 2);
    for (int i = 1; i <= 2; i++) {
        cells[NOR_SECTOR] = 0;
        assert_int_equal(vm_call(Java_space_opensensor_device_PartitionNatives_erase, NOR_SECTOR), ESP_OK);
        assert_int_equal(cells[NOR_SECTOR], 0xFF);
        assert_int_equal(nor.erases, i);
    }
    nor.error = ESP_FAIL;
    assert_int_equal(vm_call(Java_space_opensensor_device_PartitionNatives_erase, NOR_SECTOR), ESP_FAIL);
    assert_int_equal(vm.suspensions, 0);
    assert_int_equal(board.thrown, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(the_task_of_java_erases_itself) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
