/* Compares softfloat.c with this machine's hardware, on edges and random numbers; ends with status 1 at a difference. */
#define HOST_TEST 1
#include "softfloat.c"

#include <stdio.h>

enum { ROUNDS = 1000000, SHOWN = 10 };

static const uint64_t DOUBLES[] = {
    0, 1ull << 63, INF64, INF64 | 1ull << 63, QNAN64, 1, 0x000FFFFFFFFFFFFFull, 0x0010000000000000ull,
    0x7FEFFFFFFFFFFFFFull, 0x3FF0000000000000ull };
static const uint32_t FLOATS[] = {
    0, 0x80000000u, 0x7F800000u, 0xFF800000u, QNAN32, 1, 0x7FFFFF, 0x800000, 0x7F7FFFFF, 0x3F800000 };

static uint64_t state = 88172645463325252ull;
static int differences;

static uint64_t next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* Random bits, or numbers near one another, near the denormals, near infinity, with few bits set, or an edge. */
static double next_double(void) {
    D d;
    uint64_t bits = next();
    uint64_t fraction = bits & 0x800FFFFFFFFFFFFFull;
    switch (next() % 6) {
    case 0: d.u = bits; break;
    case 1: d.u = fraction | (983 + next() % 80) << 52; break;
    case 2: d.u = fraction | (next() % 60) << 52; break;
    case 3: d.u = bits & ~0ull << 45; break;
    case 4: d.u = DOUBLES[next() % (sizeof DOUBLES / sizeof *DOUBLES)]; break;
    default: d.u = fraction | (1800 + next() % 247) << 52; break;
    }
    return d.d;
}

static float next_float(void) {
    F f;
    uint32_t bits = (uint32_t) (next() >> 16);
    uint32_t fraction = bits & 0x807FFFFF;
    switch (next() % 4) {
    case 0: f.u = bits; break;
    case 1: f.u = fraction | (uint32_t) (107 + next() % 40) << 23; break;
    case 2: f.u = fraction | (uint32_t) (next() % 30) << 23; break;
    default: f.u = FLOATS[next() % (sizeof FLOATS / sizeof *FLOATS)]; break;
    }
    return f.f;
}

static void check(const char *name, int same, uint64_t a, uint64_t b) {
    if (!same && differences++ < SHOWN) {
        printf("%s of %016llx and %016llx\n", name, (unsigned long long) a, (unsigned long long) b);
    }
}

/* Any NaN is as good as another. */
static void check_double(const char *name, double got, double want, double a, double b) {
    D g = { got }, w = { want }, x = { a }, y = { b };
    check(name, g.u == w.u || (got != got && want != want), x.u, y.u);
}

static void check_float(const char *name, float got, float want, float a, float b) {
    F g = { got }, w = { want }, x = { a }, y = { b };
    check(name, g.u == w.u || (got != got && want != want), x.u, y.u);
}

static void check_arithmetic(double a, double b, float f, float g) {
    check_double("double +", t_adddf3(a, b), a + b, a, b);
    check_double("double -", t_subdf3(a, b), a - b, a, b);
    check_double("double *", t_muldf3(a, b), a * b, a, b);
    check_double("double /", t_divdf3(a, b), a / b, a, b);
    check_float("float +", t_addsf3(f, g), f + g, f, g);
    check_float("float -", t_subsf3(f, g), f - g, f, g);
    check_float("float *", t_mulsf3(f, g), f * g, f, g);
    check_double("float to double", t_extendsfdf2(f), (double) f, f, 0);
    check_float("double to float", t_truncdfsf2(a), (float) a, 0, 0);
}

static void check_integers(uint64_t n, uint64_t d) {
    int32_t i = (int32_t) n;
    check_double("int to double", t_floatsidf(i), (double) i, i, 0);
    check_float("int to float", t_floatsisf(i), (float) i, (float) i, 0);
    check_double("unsigned to double", t_floatunsidf((uint32_t) i), (double) (uint32_t) i, i, 0);
    check_float("unsigned to float", t_floatunsisf((uint32_t) i), (float) (uint32_t) i, (float) i, 0);
    check("64-bit *", t_muldi3(n, d) == n * d, n, d);
    check("64-bit /", t_udivdi3(n, d) == n / d && t_umoddi3(n, d) == n % d, n, d);
    check("signed 64-bit /", t_divdi3((int64_t) n, -(int64_t) (d >> 1 | 1)) == (int64_t) n / -(int64_t) (d >> 1 | 1), n, d);
    check("32-bit /", t_udivsi3((uint32_t) n, (uint32_t) d | 1) == (uint32_t) n / ((uint32_t) d | 1), n, d);
    check("32-bit %", t_umodsi3((uint32_t) n, (uint32_t) d | 1) == (uint32_t) n % ((uint32_t) d | 1), n, d);
}

int main(void) {
    for (int i = 0; i < ROUNDS; i++) {
        double a = next_double();
        check_arithmetic(a, next_double(), next_float(), next_float());
        check("double to int", !(a > -2147483649.0 && a < 2147483648.0) || t_fixdfsi(a) == (int32_t) a, (uint64_t) i, 0);
        check_integers(next() >> next() % 64, next() >> next() % 63 | 1);
    }
    printf("soft float: %d rounds, %d differences from the hardware\n", ROUNDS, differences);
    return differences != 0;
}
