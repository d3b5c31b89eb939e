package space.opensensor.s3;

/** Checks of arguments. The texts name the field and what is allowed; values of secrets are never shown. */
final class Require {

    private Require() {
    }

    /** @return {@code value} if it is not empty and holds visible ASCII characters only; the text never shows it. */
    static String visible(String field, String value) {
        if (value == null || value.length() == 0) {
            throw new IllegalArgumentException(field + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException(field + ": character " + i + " is not visible ASCII");
            }
        }
        return value;
    }

    /** @return {@code value} if it lies between the limits, both included. */
    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ", allowed are " + least + " to " + most);
        }
        return value;
    }
}
