/* What the entry point of the compiled program needs of its machine. */
#pragma once

/* Takes the argument heap=BYTES off the arguments and returns its value. */
int host_heap_bytes(int *argc, char **argv);

/* Prints how much memory the run took, where that is known. */
void host_report(void);
