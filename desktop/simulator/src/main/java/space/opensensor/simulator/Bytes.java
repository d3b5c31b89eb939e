package space.opensensor.simulator;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes: {@code 5242880}, {@code 5M}, {@code 5MiB}; K, M and G are 2^10, 2^20 and 2^30. */
final class Bytes implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})(?:([KMG])(?:IB)?)?");

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new TypeConversionException("\"" + text + "\" is no number of bytes as 5242880, 8M or 1GiB");
        }
        int shift = form.group(2) == null ? 0 : 10 * (1 + "KMG".indexOf(form.group(2)));
        return Long.parseLong(form.group(1)) << shift;
    }
}
