/* Stands in for the one header that TeaVM's bare-metal mode (__PSP__) asks for. */
#pragma once
#include <time.h>

int sceKernelDelayThread(unsigned us);
time_t sceKernelLibcTime(time_t *target);
