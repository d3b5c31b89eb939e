#include "pms5003.h"

#include <stdbool.h>
#include <string.h>

#define HEAD 4

static const uint8_t head[HEAD] = { 0x42, 0x4D, 0x00, PMS5003_FRAME - HEAD };

static unsigned word(const uint8_t *big_endian) {
    return (unsigned)big_endian[0] << 8 | big_endian[1];
}

static bool begins_a_frame(const struct pms5003 *machine) {
    return memcmp(machine->frame, head, machine->count < HEAD ? machine->count : HEAD) == 0;
}

/* Drops bytes up to the next that may begin a frame, so that a false start does not cost the frame behind it. */
static void resynchronize(struct pms5003 *machine) {
    do {
        memmove(machine->frame, machine->frame + 1, --machine->count);
    } while (!begins_a_frame(machine));
}

static bool sums_up(const struct pms5003 *machine) {
    unsigned sum = 0;
    for (unsigned i = 0; i < PMS5003_FRAME - 2; i++) {
        sum += machine->frame[i];
    }
    return sum == word(machine->frame + PMS5003_FRAME - 2);
}

enum pms5003_event pms5003_feed(struct pms5003 *machine, uint8_t byte) {
    machine->frame[machine->count++] = byte;
    if (!begins_a_frame(machine)) {
        bool started = machine->count > 2;
        resynchronize(machine);
        return started ? PMS5003_LENGTH : PMS5003_MORE;
    }
    if (machine->count < PMS5003_FRAME) {
        return PMS5003_MORE;
    }
    if (!sums_up(machine)) {
        resynchronize(machine);
        return PMS5003_CHECKSUM;
    }
    machine->count = 0;
    return PMS5003_COMPLETE;
}

uint16_t pms5003_data(const struct pms5003 *machine, unsigned n) {
    return (uint16_t)word(machine->frame + HEAD + 2 * (n - 1));
}
