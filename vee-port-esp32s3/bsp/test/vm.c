#include "vm.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "board.h"
#include "microej_async_worker.h"

struct vm vm;

static SNI_callback callback; /* NULL unless the thread is suspended */
static void *callback_argument;
static MICROEJ_ASYNC_WORKER_job_t *queued;
static bool initialized;

void vm_reset(void) {
    memset(&vm, 0, sizeof vm);
    callback = NULL;
    queued = NULL;
}

static void pass_time(void) {
    if (vm.early > 0) {
        vm.early--;
    } else if (queued != NULL) {
        MICROEJ_ASYNC_WORKER_job_t *job = queued;
        queued = NULL;
        job->action(job);
    }
}

jint vm_call(jint (*native)(jint), jint argument) {
    jint result = 0;
    SNI_callback next = (SNI_callback)native;
    while (next != NULL) {
        callback = NULL;
        vm.in_native = true;
        result = ((jint (*)(jint))next)(argument);
        vm.in_native = false;
        next = callback;
        if (next != NULL) {
            pass_time();
        }
    }
    return result;
}

int32_t SNI_suspendCurrentJavaThreadWithCallback(int64_t timeout, SNI_callback when_resumed, void *argument) {
    assert(vm.in_native && timeout == 0 && when_resumed != NULL && callback == NULL);
    callback = when_resumed;
    callback_argument = argument;
    vm.suspensions++;
    return SNI_OK;
}

MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_initialize(MICROEJ_ASYNC_WORKER_handle_t *worker, uint8_t *name,
                                                              OSAL_task_stack_t stack, int32_t priority) {
    static bool tried;
    assert(!tried && name != NULL && stack >= 2048 && stack < 65536 && priority > 0 && priority < 25
            && worker->job_count > 0 && worker->waiting_list > 0);
    tried = true;
    if (vm.no_worker) {
        return MICROEJ_ASYNC_WORKER_ERROR;
    }
    initialized = true;
    for (int32_t i = 0; i < worker->job_count; i++) {
        worker->free_jobs[i].params = worker->params + i * worker->params_bytes;
        worker->free_jobs[i].next = i + 1 < worker->job_count ? &worker->free_jobs[i + 1] : NULL;
    }
    return MICROEJ_ASYNC_WORKER_OK;
}

MICROEJ_ASYNC_WORKER_job_t *MICROEJ_ASYNC_WORKER_allocate_job(MICROEJ_ASYNC_WORKER_handle_t *worker, SNI_callback retry) {
    assert(initialized && vm.in_native);
    if (vm.waits_in_vain) {
        SNI_throwNativeIOException(-1, "waiting list is full");
        return NULL;
    }
    if (vm.occupied > 0) {
        vm.occupied--;
        SNI_suspendCurrentJavaThreadWithCallback(0, retry, NULL);
        return NULL;
    }
    MICROEJ_ASYNC_WORKER_job_t *job = worker->free_jobs;
    assert(job != NULL);
    worker->free_jobs = job->next;
    vm.jobs++;
    return job;
}

MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_free_job(MICROEJ_ASYNC_WORKER_handle_t *worker,
                                                            MICROEJ_ASYNC_WORKER_job_t *job) {
    assert(initialized && vm.in_native && job != queued);
    job->next = worker->free_jobs;
    worker->free_jobs = job;
    vm.jobs--;
    return MICROEJ_ASYNC_WORKER_OK;
}

MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_async_exec(MICROEJ_ASYNC_WORKER_handle_t *worker,
                                                              MICROEJ_ASYNC_WORKER_job_t *job,
                                                              MICROEJ_ASYNC_WORKER_action_t action, SNI_callback done) {
    assert(initialized && worker != NULL && queued == NULL);
    if (vm.refuses) {
        SNI_throwNativeIOException(-1, "internal error");
        return MICROEJ_ASYNC_WORKER_ERROR;
    }
    job->action = action;
    queued = job;
    SNI_suspendCurrentJavaThreadWithCallback(0, done, job);
    return MICROEJ_ASYNC_WORKER_OK;
}

MICROEJ_ASYNC_WORKER_job_t *MICROEJ_ASYNC_WORKER_get_job_done(void) {
    assert(vm.in_native);
    return callback_argument;
}
