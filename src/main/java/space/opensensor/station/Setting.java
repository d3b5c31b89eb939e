package space.opensensor.station;

/** One line of the configuration: name, unit, what is allowed, default and meaning. Immutable. */
public final class Setting {

    private static final int NUMBER = 0;
    private static final int CHOICE = 1;
    private static final int TEXT = 2;

    private final int kind;
    private final String name;
    private final String unit;
    private final int minimum;
    private final int maximum;
    private final String[] choices;
    private final String defaultText;
    private final boolean secret;
    private final String meaning;

    private Setting(int kind, String name, String unit, int minimum, int maximum, String[] choices,
            String defaultText, boolean secret, String meaning) {
        this.kind = kind;
        this.name = name;
        this.unit = unit;
        this.minimum = minimum;
        this.maximum = maximum;
        this.choices = choices;
        this.defaultText = defaultText;
        this.secret = secret;
        this.meaning = meaning;
    }

    /** A whole number from {@code minimum} to {@code maximum}. */
    static Setting number(String name, String unit, int minimum, int maximum, int defaultValue, String meaning) {
        return new Setting(NUMBER, name, unit, minimum, maximum, null, String.valueOf(defaultValue), false, meaning);
    }

    /** One of several words; the first is the default. */
    static Setting choice(String name, String[] choices, String meaning) {
        return new Setting(CHOICE, name, "", 0, 0, choices, choices[0], false, meaning);
    }

    /** Printable ASCII without spaces, of a length from {@code minimum} to {@code maximum} characters. */
    static Setting text(String name, int minimum, int maximum, String defaultText, String meaning) {
        return new Setting(TEXT, name, "characters", minimum, maximum, null, defaultText, false, meaning);
    }

    /** A text that is never shown. */
    static Setting secret(String name, int maximum, String meaning) {
        return new Setting(TEXT, name, "characters", 0, maximum, null, "", true, meaning);
    }

    /** @return the name in a configuration file, and the key in the board's NVS (15 characters at most). */
    public String name() {
        return this.name;
    }

    /** @return the default as text; empty for none. */
    public String defaultText() {
        return this.defaultText;
    }

    /** @return what it is for, in one sentence. */
    public String meaning() {
        return this.meaning;
    }

    /** @return whether the value must never be shown. */
    public boolean isSecret() {
        return this.secret;
    }

    /** @return what is allowed, with the unit: {@code 1 to 3600 s}, {@code fixed | aws-chunked}. */
    public String allowed() {
        if (this.kind != CHOICE) {
            return this.minimum + " to " + this.maximum + " " + this.unit;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < this.choices.length; i++) {
            text.append(i == 0 ? "" : " | ").append(this.choices[i]);
        }
        return text.toString();
    }

    /**
     * Checks a value.
     *
     * @return the number, the index of the word, or 0 for a text.
     * @throws IllegalArgumentException if the value is not allowed; names the setting, the value unless it is secret,
     *         and what is allowed.
     */
    int parse(String value) {
        if (this.kind == CHOICE) {
            return choiceIndex(value);
        }
        if (this.kind == TEXT) {
            checkText(value);
            return 0;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= this.minimum && number <= this.maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(value);
        }
        throw refused(value);
    }

    private int choiceIndex(String value) {
        for (int i = 0; i < this.choices.length; i++) {
            if (this.choices[i].equals(value)) {
                return i;
            }
        }
        throw refused(value);
    }

    private void checkText(String value) {
        int length = value.length();
        boolean good = length >= this.minimum && length <= this.maximum;
        for (int i = 0; good && i < length; i++) {
            char c = value.charAt(i);
            good = c > ' ' && c < 0x7F;
        }
        if (!good) {
            throw refused(value);
        }
    }

    /** @return the exception for a value that is not allowed. */
    IllegalArgumentException refused(String value) {
        String shown = this.secret ? "this value" : "\"" + value + "\"";
        String what = this.kind == TEXT ? ", printable ASCII without spaces" : "";
        return new IllegalArgumentException(this.name + ": " + shown + " is not allowed; " + allowed() + what);
    }
}
