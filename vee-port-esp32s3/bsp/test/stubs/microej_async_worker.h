/* Stand-in for MicroEJ's asynchronous worker 0.4.0, which the VEE Port 2.5.0 brings: what the natives use. */
#ifndef MICROEJ_ASYNC_WORKER_H
#define MICROEJ_ASYNC_WORKER_H

#include <stdint.h>

#include "osal.h"
#include "sni.h"

typedef enum { MICROEJ_ASYNC_WORKER_OK, MICROEJ_ASYNC_WORKER_ERROR, MICROEJ_ASYNC_WORKER_INVALID_ARGS }
        MICROEJ_ASYNC_WORKER_status_t;

typedef struct MICROEJ_ASYNC_WORKER_job MICROEJ_ASYNC_WORKER_job_t;
typedef void (*MICROEJ_ASYNC_WORKER_action_t)(MICROEJ_ASYNC_WORKER_job_t *job);

struct MICROEJ_ASYNC_WORKER_job {
    void *params;
    MICROEJ_ASYNC_WORKER_action_t action;
    MICROEJ_ASYNC_WORKER_job_t *next;
};

typedef struct {
    int32_t job_count, params_bytes, waiting_list;
    MICROEJ_ASYNC_WORKER_job_t *free_jobs;
    uint8_t *params;
} MICROEJ_ASYNC_WORKER_handle_t;

#define MICROEJ_ASYNC_WORKER_worker_declare(name, jobs, params_type, waiting) \
    params_type name ## _params[jobs]; \
    MICROEJ_ASYNC_WORKER_job_t name ## _jobs[jobs]; \
    MICROEJ_ASYNC_WORKER_handle_t name = { jobs, sizeof(params_type), waiting, name ## _jobs, (uint8_t *)name ## _params }

MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_initialize(MICROEJ_ASYNC_WORKER_handle_t *worker, uint8_t *name,
                                                              OSAL_task_stack_t stack, int32_t priority);
MICROEJ_ASYNC_WORKER_job_t *MICROEJ_ASYNC_WORKER_allocate_job(MICROEJ_ASYNC_WORKER_handle_t *worker, SNI_callback retry);
MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_free_job(MICROEJ_ASYNC_WORKER_handle_t *worker,
                                                            MICROEJ_ASYNC_WORKER_job_t *job);
MICROEJ_ASYNC_WORKER_status_t MICROEJ_ASYNC_WORKER_async_exec(MICROEJ_ASYNC_WORKER_handle_t *worker,
                                                              MICROEJ_ASYNC_WORKER_job_t *job,
                                                              MICROEJ_ASYNC_WORKER_action_t action, SNI_callback done);
MICROEJ_ASYNC_WORKER_job_t *MICROEJ_ASYNC_WORKER_get_job_done(void);

#endif
