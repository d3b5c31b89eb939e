/* The natives of space.opensensor.xtensa.Host, for the emulated core and for a POSIX host. */
#include "host.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#ifdef __XTENSA__
#include "sim.h"
#endif

enum { NAME_BYTES = 64 };

static int open_file(const char *name, int length, int flags) {
    char path[NAME_BYTES];
    if (length >= NAME_BYTES) {
        abort();
    }
    memcpy(path, name, (size_t) length);
    path[length] = 0;
    return open(path, flags, 0644);
}

/* See collect.h; every program counts or writes before it does anything else. */
int collect_always;
int32_t live_bytes;

void host_append(void *name, int32_t name_length, void *bytes, int32_t length) {
    collect_always = 1;
    int file = open_file(name, name_length, O_WRONLY | O_CREAT | O_APPEND);
    if (file < 0 || write(file, bytes, (size_t) length) != length) {
        abort();
    }
    close(file);
}

int32_t host_read(void *name, int32_t name_length, int32_t position, void *bytes, int32_t length) {
    int file = open_file(name, name_length, O_RDONLY);
    if (file < 0 || lseek(file, position, SEEK_SET) < 0) {
        abort();
    }
    int32_t n = (int32_t) read(file, bytes, (size_t) length);
    close(file);
    return n < 0 ? 0 : n;
}

int64_t host_instructions(void) {
    collect_always = 1;
#ifdef __XTENSA__
    return sim_instructions();
#else
    return 0;
#endif
}

/* The last argument, heap=BYTES, is the machine's: it sets the size of the Java heap. */
int host_heap_bytes(int *argc, char **argv) {
    if (*argc < 2 || strncmp(argv[*argc - 1], "heap=", 5) != 0) {
        fputs("the last argument must be heap=BYTES\n", stderr);
        exit(2);
    }
    (*argc)--;
    return atoi(argv[*argc] + 5);
}

void host_report(void) {
#ifdef __XTENSA__
    if (!sim_constants_unchanged()) {
        abort();
    }
    printf("ram.heap=%u\nram.stack=%u\n", sim_heap_used(), sim_stack_used());
#elif defined(COLLECT_ALWAYS)
    /* The program has written wide characters. */
    wprintf(L"heap.live=%d\n", (int) live_bytes);
#endif
}
