/* A pretended Java thread and the worker of the VEE Port: the functions of SNI that suspend a thread, and those of
 * MicroEJ's asynchronous worker. There is one thread; while it is suspended the worker does its job. */
#ifndef VM_H
#define VM_H

#include <stdbool.h>
#include <stdint.h>

#include "sni.h"

extern struct vm {
    bool in_native;      /* the task of Java runs a native or what follows it */
    bool no_worker;      /* the worker does not start, for want of memory */
    int occupied;        /* how often no job is free */
    bool waits_in_vain;  /* and nobody else may wait for one */
    bool refuses;        /* the queue of the worker takes no job */
    int early;           /* how often something else resumes the thread before the job is done */
    int jobs;            /* that are taken */
    int suspensions;     /* of the thread */
} vm;

void vm_reset(void);

/* Calls a native as the VM does: when it has suspended the thread, lets the worker go on and calls back. Returns what Java
 * would see, unless board.thrown tells of an exception. */
jint vm_call(jint (*native)(jint), jint argument);

#endif
