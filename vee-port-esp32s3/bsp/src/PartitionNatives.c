/* Natives of space.opensensor.device.PartitionNatives. Reading and programming are done at once; erasing is a job of a
 * worker, while the Java thread that asked is suspended. */
#include <stdbool.h>
#include <stddef.h>

#include "esp_err.h"
#include "flash_partition.h"
#include "microej_async_worker.h"
#include "sni.h"

#define STACK 4096 /* bytes; the flash driver of ESP-IDF takes the most of it */
#define PRIORITY 6 /* below the task of Java, as the port's own worker for files */

#define UNDONE INT32_MIN

/* What the Java thread and the worker share: written by the worker last of all, in one word. */
struct erasure {
    jint address;
    volatile jint error; /* UNDONE until the flash has done its work */
};

/* A worker of our own, so that erasing neither waits behind files nor holds them up. One job and one place to wait for it, as
 * the station erases one sector at a time. */
MICROEJ_ASYNC_WORKER_worker_declare(opensensor_eraser, 1, struct erasure, 1);
OSAL_task_stack_declare(opensensor_eraser_stack, STACK);

static bool is_within(const jbyte *array, jint address, jint offset, jint length) {
    return array != NULL && address >= 0 && offset >= 0 && length >= 0 && length <= SNI_getArrayLength((void *)array) - offset;
}

/* Starts the worker with the first call; tried once, as a try that fails does not give back all it took. */
static bool has_worker(void) {
    static bool tried, works;
    if (!tried) {
        tried = true;
        works = MICROEJ_ASYNC_WORKER_initialize(&opensensor_eraser, (uint8_t *)"eraser", opensensor_eraser_stack, PRIORITY)
                == MICROEJ_ASYNC_WORKER_OK;
    }
    return works;
}

jint Java_space_opensensor_device_PartitionNatives_size(void) {
    return flash_partition_size();
}

jint Java_space_opensensor_device_PartitionNatives_read(jint address, jbyte *target, jint offset, jint length) {
    return is_within(target, address, offset, length) ? flash_partition_read(address, (uint8_t *)target + offset, length)
                                                      : ESP_ERR_INVALID_ARG;
}

jint Java_space_opensensor_device_PartitionNatives_program(jint address, jbyte *source, jint offset, jint length) {
    return is_within(source, address, offset, length)
            ? flash_partition_program(address, (const uint8_t *)source + offset, length) : ESP_ERR_INVALID_ARG;
}

/* On the task of the worker. */
static void erase(MICROEJ_ASYNC_WORKER_job_t *job) {
    struct erasure *erasure = job->params;
    erasure->error = flash_partition_erase(erasure->address);
}

/* When the Java thread goes on. Something else may have resumed it before the job is done: then it waits again. */
static jint erased(jint address) {
    (void)address;
    MICROEJ_ASYNC_WORKER_job_t *job = MICROEJ_ASYNC_WORKER_get_job_done();
    jint error = ((const struct erasure *)job->params)->error;
    if (error == UNDONE) {
        (void)SNI_suspendCurrentJavaThreadWithCallback(0, (SNI_callback)erased, job);
    } else {
        (void)MICROEJ_ASYNC_WORKER_free_job(&opensensor_eraser, job);
    }
    return error;
}

/* Without memory for the worker the task of Java waits for the flash itself. */
jint Java_space_opensensor_device_PartitionNatives_erase(jint address) {
    if (address < 0 || !has_worker()) {
        return address < 0 ? ESP_ERR_INVALID_ARG : flash_partition_erase(address);
    }
    MICROEJ_ASYNC_WORKER_job_t *job =
            MICROEJ_ASYNC_WORKER_allocate_job(&opensensor_eraser, (SNI_callback)Java_space_opensensor_device_PartitionNatives_erase);
    if (job != NULL) {
        *(struct erasure *)job->params = (struct erasure){ .address = address, .error = UNDONE };
        if (MICROEJ_ASYNC_WORKER_async_exec(&opensensor_eraser, job, erase, (SNI_callback)erased) != MICROEJ_ASYNC_WORKER_OK) {
            (void)MICROEJ_ASYNC_WORKER_free_job(&opensensor_eraser, job);
        }
    }
    return SNI_IGNORED_RETURNED_VALUE;
}
