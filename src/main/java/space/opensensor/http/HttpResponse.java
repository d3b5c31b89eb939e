package space.opensensor.http;

import space.opensensor.bytes.Ascii;

/**
 * Head of a response: the status and those fields that were asked for. Other fields are read over, so memory does not
 * depend on what a server sends.
 */
public final class HttpResponse {

    static final int CONTENT_LENGTH = 0;
    static final int TRANSFER_ENCODING = 1;
    static final int CONNECTION = 2;
    private static final int OWN_FIELDS = 3;

    private final String[] names;
    private final int[] starts;
    private final int[] ends;
    private final byte[] values;
    private int used;
    int status;
    int minorVersion;
    boolean early;
    private long length;

    /**
     * @param fields names of the fields to keep, lower case.
     * @param valueBytes room for their values together.
     */
    HttpResponse(String[] fields, int valueBytes) {
        this.names = new String[OWN_FIELDS + fields.length];
        this.names[CONTENT_LENGTH] = "content-length";
        this.names[TRANSFER_ENCODING] = "transfer-encoding";
        this.names[CONNECTION] = "connection";
        System.arraycopy(fields, 0, this.names, OWN_FIELDS, fields.length);
        this.starts = new int[this.names.length];
        this.ends = new int[this.names.length];
        this.values = new byte[valueBytes];
    }

    void clear() {
        this.used = 0;
        this.early = false;
        for (int i = 0; i < this.starts.length; i++) {
            this.starts[i] = -1;
        }
    }

    /** @return 200 to 599. */
    public int status() {
        return this.status;
    }

    /** @return whether the response came before the request was sent to its end. */
    public boolean early() {
        return this.early;
    }

    /**
     * @param name one of those asked for.
     * @return the value; null if the response has no such field.
     */
    public String field(String name) {
        for (int i = 0; i < this.names.length; i++) {
            if (this.names[i].equals(name)) {
                return field(i);
            }
        }
        return null;
    }

    String field(int index) {
        int start = this.starts[index];
        return start < 0 ? null : Ascii.decode(this.values, start, this.ends[index] - start);
    }

    boolean has(int index) {
        return this.starts[index] >= 0;
    }

    /** Returns whether a field has exactly this value, without regard to case. */
    boolean is(int index, String value) {
        int start = this.starts[index];
        return start >= 0 && Ascii.equalsIgnoreCase(this.values, start, this.ends[index] - start, value);
    }

    /** Returns which of the fields asked for has this name, -1 if none. */
    int indexOf(byte[] name, int length) {
        for (int i = 0; i < this.names.length; i++) {
            if (Ascii.equalsIgnoreCase(name, 0, length, this.names[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Starts the value of a field. A field that comes twice keeps its last value, but lengths must not differ. */
    void startValue(int index) {
        this.starts[index] = this.used;
        this.ends[index] = this.used;
    }

    /**
     * Adds a byte to the value started last; white space before it is left out, behind it cut off by {@link
     * #endValue}.
     */
    void addToValue(int index, int value) throws HttpException {
        if (value == ' ' || value == '\t') {
            if (this.used == this.starts[index]) {
                return;
            }
        }
        if (this.used == this.values.length) {
            throw new HttpException("fields of the response need more than " + this.values.length + " bytes");
        }
        this.values[this.used++] = (byte) value;
    }

    void endValue(int index) {
        int end = this.used;
        while (end > this.starts[index] && (this.values[end - 1] == ' ' || this.values[end - 1] == '\t')) {
            end--;
        }
        this.ends[index] = end;
    }

    /** @return bytes of the body, or of what a GET would return; -1 if the server did not say. */
    public long length() {
        return this.length;
    }

    /** Returns the value of Content-Length; -1 if there is none. */
    long contentLength() throws HttpException {
        this.length = -1;
        int start = this.starts[CONTENT_LENGTH];
        if (start < 0) {
            return -1;
        }
        int length = this.ends[CONTENT_LENGTH] - start;
        if (length < 1 || length > 18) {
            throw new HttpException("Content-Length of the response has " + length + " characters");
        }
        long value = 0;
        for (int i = start; i < start + length; i++) {
            int digit = this.values[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new HttpException("Content-Length of the response is no number");
            }
            value = value * 10 + digit;
        }
        this.length = value;
        return value;
    }
}
