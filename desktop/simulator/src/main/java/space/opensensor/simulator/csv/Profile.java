package space.opensensor.simulator.csv;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What all cells of one column have in common, found by looking at each of them once. */
public final class Profile {

    /** Whole numbers of a column with such a name are milliseconds since 1970 if they lie between these. */
    private static final long EARLIEST_MILLIS = 100_000_000_000L;
    private static final long LATEST_MILLIS = 10_000_000_000_000L;

    private final String name;
    private long values;
    private long nulls;
    private boolean truth = true;
    private boolean day = true;
    private boolean zoned = true;
    private boolean local = true;
    private boolean number = true;
    private boolean finite = true;
    private boolean whole = true;
    private boolean epoch;
    private boolean exactFloat = true;
    private boolean fitsInt = true;
    private boolean fitsLong = true;
    private ChronoUnit unit = ChronoUnit.MILLIS;
    private int wholeDigits = 1;
    private int decimals;

    /** @param name the column's name: whole numbers are taken for times only in columns that are called so. */
    public Profile(String name) {
        this.name = name;
        String lower = name.toLowerCase(Locale.ROOT);
        this.epoch = lower.matches("ts|t|(.*[_ .-])?(time|timestamp|datetime)|.*timestamp|.*_(at|ts)|epoch.*");
    }

    /** @param text the next cell, trimmed; empty for a missing value. */
    public void add(String text) {
        if (text.isEmpty()) {
            this.nulls++;
            return;
        }
        this.values++;
        this.truth = this.truth && isTruth(text);
        this.day = this.day && Moment.parseDay(text) != null;
        if (this.zoned || this.local) {
            addMoment(Moment.parse(text));
        }
        if (this.number) {
            addNumber(text);
        }
    }

    /** @return whether the text is true or false, in any case. */
    public static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private void addMoment(Moment moment) {
        this.zoned = this.zoned && moment != null && moment.zoned();
        this.local = this.local && moment != null && !moment.zoned();
        if (moment != null && moment.unit().compareTo(this.unit) < 0) {
            this.unit = moment.unit();
        }
    }

    private void addNumber(String text) {
        if (Numbers.nonFinite(text) != null) {
            this.finite = false;
            this.whole = false;
        } else if (Numbers.isDecimal(text) && !isIdentifier(text)) {
            this.whole = this.whole && Numbers.isWhole(text);
            this.exactFloat = this.exactFloat && Numbers.isExactAsFloat(text);
            addDigits(text);
            addWhole(text);
        } else {
            this.number = false;
        }
    }

    /** Digits with a leading zero, as 007, are names and not numbers. */
    private static boolean isIdentifier(String text) {
        return text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
    }

    private void addDigits(String text) {
        java.math.BigDecimal value = new java.math.BigDecimal(text);
        this.decimals = Math.max(this.decimals, value.scale());
        this.wholeDigits = Math.max(this.wholeDigits, value.precision() - value.scale());
    }

    private void addWhole(String text) {
        if (!this.whole) {
            return;
        }
        try {
            long value = Long.parseLong(text);
            this.fitsInt = this.fitsInt && value == (int) value;
            this.epoch = this.epoch && value >= EARLIEST_MILLIS && value < LATEST_MILLIS;
        } catch (NumberFormatException e) {
            this.fitsLong = false;
        }
    }

    /** @return the column's name. */
    public String name() {
        return this.name;
    }

    /** @return cells that are empty. */
    public long nulls() {
        return this.nulls;
    }

    /** @return whether every value is a number that is not a time. */
    public boolean isNumber() {
        return this.values > 0 && this.number && !isEpoch();
    }

    private boolean isEpoch() {
        return this.number && this.whole && this.fitsLong && this.epoch;
    }

    /**
     * Chooses the type that keeps every value exactly.
     *
     * @param numbers how to write numbers: {@code float}, {@code double}, {@code decimal}; null for the narrowest of
     *        int32, int64, float and double that loses no digit.
     * @return the type as {@code --columns} names it.
     */
    public String type(String numbers) {
        if (this.values == 0) {
            return numbers == null ? "string" : numeric(numbers);
        }
        if (this.truth) {
            return "boolean";
        }
        if (isEpoch()) {
            return "timestamp";
        }
        if (this.number) {
            return numbers == null ? narrowest() : numeric(numbers);
        }
        return textual();
    }

    private String textual() {
        if (this.day) {
            return "date";
        }
        if (this.zoned || this.local) {
            String suffix = this.unit == ChronoUnit.MILLIS ? "" : "_" + this.unit.name().toLowerCase(Locale.ROOT);
            return (this.zoned ? "timestamp" : "local_timestamp") + suffix;
        }
        return "string";
    }

    private String narrowest() {
        if (this.whole && this.fitsLong) {
            return this.fitsInt ? "int32" : "int64";
        }
        return this.exactFloat ? "float" : "double";
    }

    private String numeric(String numbers) {
        if (!numbers.equals("decimal") || !this.finite) {
            return numbers.equals("decimal") ? "double" : numbers;
        }
        int digits = this.wholeDigits + this.decimals;
        int precision = digits <= 9 ? 9 : digits <= 18 ? 18 : 38;
        return digits > precision ? "double" : "decimal(" + precision + "," + this.decimals + ")";
    }
}
