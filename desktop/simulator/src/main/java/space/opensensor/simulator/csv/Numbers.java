package space.opensensor.simulator.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers written as text: decimal digits with a point, optional sign and exponent. */
public final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");

    private Numbers() {
    }

    /** @return whether the text is a finite decimal number. */
    public static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** @return whether the text is a whole number of up to 19 digits without leading zeros (identifiers have those). */
    public static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches() && !hasLeadingZero(text);
    }

    private static boolean hasLeadingZero(String text) {
        int first = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        return text.length() > first + 1 && text.charAt(first) == '0';
    }

    /** @return the value of NaN, Infinity, inf with or without sign, in any case; null for any other text. */
    public static Double nonFinite(String text) {
        switch (text.toLowerCase(java.util.Locale.ROOT)) {
        case "nan":
            return Double.NaN;
        case "inf":
        case "+inf":
        case "infinity":
        case "+infinity":
            return Double.POSITIVE_INFINITY;
        case "-inf":
        case "-infinity":
            return Double.NEGATIVE_INFINITY;
        default:
            return null;
        }
    }

    /** @return the nearest float of a decimal number, NaN or infinity; null if the text is none or is out of range. */
    public static Float toFloat(String text) {
        Double special = nonFinite(text);
        if (special != null) {
            return special.floatValue();
        }
        if (!isDecimal(text)) {
            return null;
        }
        float value = Float.parseFloat(text);
        return Float.isInfinite(value) ? null : Float.valueOf(value);
    }

    /** @return the nearest double of a decimal number, NaN or infinity; null if the text is none or is out of range. */
    public static Double toDouble(String text) {
        Double special = nonFinite(text);
        if (special != null) {
            return special;
        }
        if (!isDecimal(text)) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : Double.valueOf(value);
    }

    /** @return whether the shortest text of the nearest float is the same number: nothing is lost as a float. */
    public static boolean isExactAsFloat(String text) {
        float value = Float.parseFloat(text);
        return !Float.isInfinite(value)
                && new BigDecimal(Float.toString(value)).compareTo(new BigDecimal(text)) == 0;
    }
}
