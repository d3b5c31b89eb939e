/* An emulated flash chip with files: clusters chained by a table, as FAT does it. Outside the memory of the program. */
#include <stdint.h>
#include <string.h>

enum { CLUSTERS = 132, CLUSTER_BYTES = 4096, FILES = 132, NAME_BYTES = 64, UNUSED = 0, LAST = -1 };

struct file {
    char name[NAME_BYTES];
    int32_t name_length;
    int32_t size;
    int32_t first;
    int32_t last;
};

#ifdef __XTENSA__
#define IN_FLASH __attribute__((section(".flash")))
#else
#define IN_FLASH
#endif

static struct file files[FILES] IN_FLASH;
static int32_t next[CLUSTERS + 1] IN_FLASH; /* clusters count from 1; 0 is UNUSED */
static uint8_t memory[CLUSTERS + 1][CLUSTER_BYTES] IN_FLASH;

int32_t flash_files(void) {
    return FILES;
}

int32_t flash_cluster(void) {
    return CLUSTER_BYTES;
}

int32_t flash_name(int32_t file, void *target) {
    memcpy(target, files[file].name, (size_t) files[file].name_length);
    return files[file].name_length;
}

int32_t flash_find(void *name, int32_t length) {
    for (int32_t i = 0; i < FILES; i++) {
        if (files[i].name_length == length && memcmp(files[i].name, name, (size_t) length) == 0) {
            return i;
        }
    }
    return -1;
}

int32_t flash_make(void *name, int32_t length) {
    int32_t file = flash_find(name, length);
    if (file >= 0 || length > NAME_BYTES) {
        return file;
    }
    for (file = 0; file < FILES; file++) {
        if (files[file].name_length == 0) {
            memset(&files[file], 0, sizeof files[file]);
            memcpy(files[file].name, name, (size_t) length);
            files[file].name_length = length;
            return file;
        }
    }
    return -1;
}

int32_t flash_size(int32_t file) {
    return files[file].size;
}

void flash_delete(int32_t file) {
    int32_t cluster = files[file].size > 0 ? files[file].first : LAST;
    while (cluster != LAST) {
        int32_t after = next[cluster];
        next[cluster] = UNUSED;
        cluster = after;
    }
    files[file].name_length = 0;
}

int32_t flash_free(void) {
    int32_t count = 0;
    for (int32_t i = 1; i <= CLUSTERS; i++) {
        count += next[i] == UNUSED;
    }
    return count * CLUSTER_BYTES;
}

static void add_cluster(struct file *f) {
    int32_t cluster = 1;
    while (next[cluster] != UNUSED) {
        cluster++;
    }
    next[cluster] = LAST;
    if (f->size == 0) {
        f->first = cluster;
    } else {
        next[f->last] = cluster;
    }
    f->last = cluster;
}

/* Adds bytes to the end of a file, all or none; returns whether they fit. */
int32_t flash_append(int32_t file, void *bytes, int32_t length) {
    struct file *f = &files[file];
    const uint8_t *source = bytes;
    int32_t room = -f->size & (CLUSTER_BYTES - 1);
    if (length > room + flash_free()) {
        return 0;
    }
    while (length > 0) {
        int32_t within = f->size & (CLUSTER_BYTES - 1);
        if (within == 0) {
            add_cluster(f);
        }
        int32_t n = length < CLUSTER_BYTES - within ? length : CLUSTER_BYTES - within;
        memcpy(&memory[f->last][within], source, (size_t) n);
        f->size += n;
        source += n;
        length -= n;
    }
    return 1;
}

int32_t flash_read(int32_t file, int32_t position, void *bytes, int32_t length) {
    struct file *f = &files[file];
    int32_t cluster = f->first;
    for (int32_t skip = position / CLUSTER_BYTES; skip > 0 && cluster != LAST && position < f->size; skip--) {
        cluster = next[cluster];
    }
    uint8_t *target = bytes;
    int32_t done = 0;
    while (done < length && position < f->size) {
        int32_t within = position & (CLUSTER_BYTES - 1);
        int32_t n = CLUSTER_BYTES - within;
        n = n < length - done ? n : length - done;
        n = n < f->size - position ? n : f->size - position;
        memcpy(target + done, &memory[cluster][within], (size_t) n);
        done += n;
        position += n;
        cluster = within + n == CLUSTER_BYTES ? next[cluster] : cluster;
    }
    return done;
}
