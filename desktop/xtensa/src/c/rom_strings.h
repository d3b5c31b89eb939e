/* Literal strings of the compiled program. On the emulated core they are constants: what TeaVM writes into their heads at
   the start, the number of their class, is known in advance, since sim.ld puts those two classes at the start of RAM. */
#pragma once

#ifdef __XTENSA__
#define ROM_CONST const
#define ROM_HEAD(offset) { .header = (int32_t) (0x80000000u | (4096 + (offset)) >> 3) }
#define ROM_STRING_HEAD .parent = ROM_HEAD(0),
#define ROM_CHARACTERS_HEAD .parent = ROM_HEAD(0x100),
#define ROM_STRING_INIT(s, head) \
    if (s->parent.header != (head) \
            || s->characters->parent.header != (TEAVM_PACK_CLASS(teavm_charArrayClass) | (int32_t) 0x80000000)) { \
        abort(); \
    }
#else
#define ROM_CONST
#define ROM_STRING_HEAD
#define ROM_CHARACTERS_HEAD
#define ROM_STRING_INIT(s, head) \
    s->parent.header = (head); \
    s->characters->parent.header = TEAVM_PACK_CLASS(teavm_charArrayClass) | (int32_t) 0x80000000;
#endif
