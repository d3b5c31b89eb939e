/* Start and exceptions on qemu-system-xtensa -M sim -cpu lx106: call0 ABI, no MMU, no operating system. */
    .section .text.start, "ax"
    .global _start
    .align  4
_start:
    j       1f
    .align  4
    .literal_position
1:  movi    a1, __stack
    movi    a2, vectors
    wsr.vecbase a2
    movi    a2, 0
    wsr.intenable a2
    movi    a2, 0x20                /* PS: user vector mode, no exception, all interrupt levels open */
    wsr.ps  a2
    rsync
    movi    a2, __data_start        /* data: from where it was loaded to where it is used */
    movi    a3, __data_source
    movi    a4, __data_end
2:  bgeu    a2, a4, 3f
    l32i    a5, a3, 0
    s32i    a5, a2, 0
    addi    a2, a2, 4
    addi    a3, a3, 4
    j       2b
3:  movi    a2, __bss_start         /* everything else is zero */
    movi    a3, __bss_end
    movi    a4, 0
4:  bgeu    a2, a3, 5f
    s32i    a4, a2, 0
    addi    a2, a2, 4
    j       4b
5:  movi    a0, sim_main
    callx0  a0
6:  j       6b

    /* int sim_call(int number, int a, int b, int c, int d, int *error): QEMU's semihosting takes the number in a2 and
       the arguments in a3 to a6; the result comes back in a2, the host's errno in a3. */
    .text
    .global sim_call
    .align  4
sim_call:
    mov     a8, a7
    simcall
    beqz    a8, 1f
    s32i    a3, a8, 0
1:  ret

    .section .text.vectors, "ax"
    .global vectors
    .balign 0x80
vectors:
    .org    vectors + 0x10          /* debug */
    j       fault
    .org    vectors + 0x20          /* non-maskable interrupt */
    j       fault
    .org    vectors + 0x30          /* kernel */
    j       fault
    .org    vectors + 0x50          /* user */
    j       fault
    .org    vectors + 0x70          /* double */
    j       fault
    .org    vectors + 0x80
    .align  4
    .literal_position
fault:
    rsr.exccause a2
    rsr.epc1 a3
    rsr.excvaddr a4
    mov     a5, a1
    movi    a1, __stack
    movi    a0, sim_fault
    jx      a0
