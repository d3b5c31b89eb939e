/* What picolibc needs of an operating system, on QEMU's "sim" machine: Tensilica's semihosting (simcall). */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include "host.h"
#include "sim.h"

enum {
    SYS_EXIT = 1, SYS_READ = 3, SYS_WRITE = 4, SYS_OPEN = 5, SYS_CLOSE = 6, SYS_LSEEK = 19,
    SYS_ARGC = 1000, SYS_ARGV_SIZE = 1001, SYS_ARGV = 1002
};
enum { MAX_ARGUMENTS = 8, ARGUMENT_BYTES = 256, PAINT = 0x5A };

int sim_call(int number, int a, int b, int c, int d, int *error);
int main(int argc, char **argv);

static int call(int number, int a, int b, int c) {
    int error = 0;
    int result = sim_call(number, a, b, c, 0, &error);
    if (result < 0) {
        errno = error;
        return -1;
    }
    return result;
}

void _exit(int status) {
    for (;;) {
        sim_call(SYS_EXIT, status, 0, 0, 0, 0);
    }
}

ssize_t read(int file, void *target, size_t length) {
    return call(SYS_READ, file, (int) target, (int) length);
}

ssize_t write(int file, const void *source, size_t length) {
    return call(SYS_WRITE, file, (int) source, (int) length);
}

/* QEMU hands the flags to open(2) of its host: these are Linux's numbers, not picolibc's. */
int open(const char *path, int flags, ...) {
    int host = flags & 3;
    host |= flags & O_CREAT ? 0100 : 0;
    host |= flags & O_TRUNC ? 01000 : 0;
    host |= flags & O_APPEND ? 02000 : 0;
    return call(SYS_OPEN, (int) path, host, 0644);
}

int close(int file) {
    return call(SYS_CLOSE, file, 0, 0);
}

off_t lseek(int file, off_t offset, int whence) {
    return call(SYS_LSEEK, file, (int) offset, whence);
}

int getpid(void) {
    return 1;
}

int kill(int process, int signal) {
    (void) process;
    _exit(128 + signal);
    return 0;
}

/* The heap: all between the data and the room kept for the stack. */
extern char __heap_start[], __heap_end[], __stack[];
static char *heap_top = __heap_start;

void *sbrk(ptrdiff_t bytes) {
    if (bytes > __heap_end - heap_top) {
        errno = ENOMEM;
        return (void *) -1;
    }
    char *start = heap_top;
    heap_top += bytes;
    return start;
}

unsigned sim_heap_used(void) {
    return (unsigned) (heap_top - __heap_start);
}

/* The part of the stack's room that still holds the paint was never used. */
static void paint_stack(void) {
    char *here = __builtin_frame_address(0);
    for (char *at = __heap_end; at < here - 64; at++) {
        *(volatile char *) at = PAINT;
    }
}

unsigned sim_stack_used(void) {
    char *at = __heap_end;
    while (at < __stack && *at == PAINT) {
        at++;
    }
    return (unsigned) (__stack - at);
}

/* QEMU's ROM can be written: tables that are linked into it must not have changed. */
extern const unsigned char __constants_start[], __constants_end[];
static uint32_t constants_at_start;

static uint32_t sum_constants(void) {
    uint32_t sum = 1;
    for (const unsigned char *at = __constants_start; at < __constants_end; at++) {
        sum = sum * 31 + *at;
    }
    return sum;
}

int sim_constants_unchanged(void) {
    return sum_constants() == constants_at_start;
}

/* A clock that moves only when somebody sleeps: every run sees the same times. */
static int64_t slept_us;

int sceKernelDelayThread(unsigned us) {
    slept_us += us;
    return 0;
}

time_t sceKernelLibcTime(time_t *target) {
    time_t now = (time_t) (1767225600 + slept_us / 1000000);
    if (target) {
        *target = now;
    }
    return now;
}

time_t time(time_t *target) {
    return sceKernelLibcTime(target);
}

int gettimeofday(struct timeval *now, void *zone) {
    (void) zone;
    now->tv_sec = sceKernelLibcTime(0);
    now->tv_usec = (suseconds_t) (slept_us % 1000000);
    return 0;
}

int64_t sim_instructions(void) {
    static uint32_t last;
    static uint64_t ticks;
    uint32_t now = host_clock();
    ticks += (uint32_t) (now - last);
    last = now;
    return host_instructions_of(ticks);
}

static int put(char c, FILE *file) {
    return write(file == stderr ? 2 : 1, &c, 1) == 1 ? (unsigned char) c : EOF;
}

static FILE out = FDEV_SETUP_STREAM(put, NULL, NULL, _FDEV_SETUP_WRITE);
static FILE err = FDEV_SETUP_STREAM(put, NULL, NULL, _FDEV_SETUP_WRITE);
FILE *const stdin = &out;
FILE *const stdout = &out;
FILE *const stderr = &err;

void sim_fault(unsigned cause, unsigned pc, unsigned address, unsigned sp) {
    fprintf(stderr, "\nexception %u at pc=%08x, address=%08x, sp=%08x\n", cause, pc, address, sp);
    _exit(100 + (int) cause);
}

void sim_main(void) {
    static char area[ARGUMENT_BYTES];
    static char *argv[MAX_ARGUMENTS + 1];
    paint_stack();
    constants_at_start = sum_constants();
    int argc = sim_call(SYS_ARGC, 0, 0, 0, 0, 0);
    if (argc > MAX_ARGUMENTS || sim_call(SYS_ARGV_SIZE, 0, 0, 0, 0, 0) > ARGUMENT_BYTES) {
        fputs("too many arguments\n", stderr);
        _exit(2);
    }
    sim_call(SYS_ARGV, (int) area, 0, 0, 0, 0);
    memcpy(argv, area, (size_t) argc * sizeof *argv);
    _exit(main(argc, argv));
}
