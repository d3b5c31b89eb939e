/* Between the natives of vee-port-esp32s3/bsp, the pretended board of its tests, and compiled Java. */
#include <string.h>

#include "board.h"
#include "driver/i2c.h"
#include "measurements.h"
#include "nor.h"
#include "vm.h"

#define SECTORS 16

/* On the emulated core beside the RAM, as a flash is. */
#ifdef __XTENSA__
__attribute__((section(".flash")))
#endif
static uint8_t cells[SECTORS * NOR_SECTOR];

int32_t sni_code(void) {
    return board.thrown;
}

int32_t sni_is_checked(void) {
    return board.thrown_checked;
}

/* The exception is thrown then. */
int32_t sni_take_message(jbyte *target) {
    size_t length = strlen(board.thrown_message);
    memcpy(target, board.thrown_message, length);
    board.thrown = 0;
    return (int32_t)length;
}

/* A native that suspends its thread goes through the pretended VM: the linker puts this in its place (--wrap). */
jint __real_Java_space_opensensor_device_PartitionNatives_erase(jint address);

jint __wrap_Java_space_opensensor_device_PartitionNatives_erase(jint address) {
    return vm_call(__real_Java_space_opensensor_device_PartitionNatives_erase, address);
}

/* A board with a BME680, an LTR-559, a microphone and a blank partition. */
void pretended_reset(void) {
    board_reset();
    board_fit(0, BME680, 0x76);
    board_fit(1, LTR559, 0x23);
    vm_reset();
    nor_reset(cells, SECTORS);
}

void pretended_at(void (*at)(int64_t)) {
    board.at = at;
}

void pretended_run(void) {
    board_run();
}

int32_t pretended_drivers(void) {
    return board.drivers;
}

/* Takes a sensor off the bus. */
void pretended_remove(int32_t slot) {
    board.chips[slot].chip = NOTHING;
}

/* Lets the next calls of drivers fail. */
void pretended_fail(int32_t calls, int32_t error) {
    board.first = board.calls + 1;
    board.last = board.calls + calls;
    board.error = error;
}

int32_t pretended_watchdog_feeds(void) {
    return board.watchdog_feeds;
}

void pretended_flash_error(int32_t error) {
    nor.error = error;
}

void pretended_worker(int32_t occupied, int32_t early, int32_t refuses) {
    vm.occupied = occupied;
    vm.early = early;
    vm.refuses = refuses;
    vm.suspensions = 0;
}

int32_t pretended_suspensions(void) {
    return vm.suspensions;
}
