package space.opensensor.parquet;

/** Units of TIME and TIMESTAMP, numbered as the fields of the Thrift union TimeUnit. */
public final class TimeUnit {

    /** 10^-3 s. */
    public static final int MILLIS = 1;
    /** 10^-6 s. */
    public static final int MICROS = 2;
    /** 10^-9 s. */
    public static final int NANOS = 3;

    private TimeUnit() {
    }

    /** @return units in one second. */
    static long perSecond(int unit) {
        return unit == MILLIS ? 1000L : unit == MICROS ? 1000000L : 1000000000L;
    }

    static void check(int unit) {
        if (unit < MILLIS || unit > NANOS) {
            throw new IllegalArgumentException("time unit " + unit + ": must be TimeUnit.MILLIS, MICROS or NANOS");
        }
    }
}
