/* Stand-in for MicroEJ's abstraction of the operating system, as the VEE Port 2.5.0 has it for FreeRTOS. */
#ifndef OSAL_H
#define OSAL_H

#include <stdint.h>

typedef int32_t OSAL_task_stack_t;

#define OSAL_task_stack_declare(name, size) OSAL_task_stack_t name = size

#endif
