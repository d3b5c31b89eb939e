/* Plantower PMS5003: frames of its active mode, data manual appendix I: 0x42 0x4D, length 28, thirteen words of which
 * the last is reserved, checksum; big endian. */
#ifndef PMS5003_H
#define PMS5003_H

#include <stdint.h>

#define PMS5003_FRAME 32

enum pms5003_event {
    PMS5003_MORE,     /* the frame goes on, or none has begun */
    PMS5003_COMPLETE, /* a frame with the right checksum is there */
    PMS5003_LENGTH,   /* a frame of another length: dropped */
    PMS5003_CHECKSUM  /* a wrong checksum: dropped */
};

/* Starts empty: all zero. */
struct pms5003 {
    uint8_t frame[PMS5003_FRAME];
    uint8_t count;
};

/* Takes the next byte of the line. A whole frame is found behind garbage of any kind, unless that makes up a frame of
 * its own with the right checksum. */
enum pms5003_event pms5003_feed(struct pms5003 *machine, uint8_t byte);

/* Data n of the frame that is complete, 1 to 13: 4, 5 and 6 are PM1.0, PM2.5 and PM10 under atmospheric conditions in
 * microgram per cubic metre. Valid until the next byte is fed. */
uint16_t pms5003_data(const struct pms5003 *machine, unsigned n);

#endif
