package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.bytes.Utf8;
import space.opensensor.http.HttpException;

/**
 * Reads text fields of a short JSON document (RFC 8259), wherever they are nested; a field that comes twice keeps its
 * first value. Bounded in length and depth.
 */
final class JsonFields {

    private static final int MAX_DEPTH = 16;

    private final byte[] document;
    private final int length;
    private final String[] names;
    private final String[] values;
    private int at;

    /**
     * Reads a document to its end.
     *
     * @param input read until it ends.
     * @param limit most bytes.
     * @param names fields to keep.
     * @throws HttpException if the document is longer or no JSON; the text shows none of it.
     * @throws IOException if it cannot be read.
     */
    JsonFields(InputStream input, int limit, String[] names) throws IOException {
        this.document = new byte[limit];
        this.names = names;
        this.values = new String[names.length];
        int count = 0;
        for (int part = 0; part >= 0; count += part) {
            if (count == limit && input.read() >= 0) {
                throw new HttpException("JSON of the response is longer than " + limit + " bytes");
            }
            part = count == limit ? -1 : input.read(this.document, count, limit - count);
            if (part < 0) {
                break;
            }
        }
        this.length = count;
        document();
        if (peek() >= 0) {
            throw malformed();
        }
    }

    /** Returns the text of a field; null if the document has none of this name. */
    String get(String name) {
        for (int i = 0; i < this.names.length; i++) {
            if (this.names[i].equals(name)) {
                return this.values[i];
            }
        }
        return null;
    }

    private HttpException malformed() {
        return new HttpException("JSON of the response is malformed at byte " + this.at);
    }

    /** Returns the next character that is no white space, without taking it; -1 at the end. */
    private int peek() {
        while (this.at < this.length && this.document[this.at] <= ' ' && this.document[this.at] > 0) {
            this.at++;
        }
        return this.at < this.length ? this.document[this.at] & 0xFF : -1;
    }

    private void take(int expected) throws HttpException {
        if (peek() != expected) {
            throw malformed();
        }
        this.at++;
    }

    /** Reads a value and all in it. Of the objects and arrays that are open the last bit tells the innermost: 1 for an object. */
    private void document() throws HttpException {
        int open = 0;
        int objects = 0;
        int field = -1;
        do {
            int c = peek();
            boolean isObject = c == '{';
            if (isObject || c == '[') {
                this.at++;
                open++;
                objects = objects << 1 | (isObject ? 1 : 0);
                if (open > MAX_DEPTH) {
                    throw malformed();
                }
                if (peek() != end(objects)) {
                    field = field(objects);
                    continue;
                }
            } else {
                scalar(field);
            }
            while (open > 0 && peek() == end(objects)) {
                this.at++;
                open--;
                objects >>>= 1;
            }
            if (open > 0) {
                take(',');
                field = field(objects);
            }
        } while (open > 0);
    }

    /** Returns what ends the innermost. */
    private static int end(int objects) {
        return (objects & 1) == 1 ? '}' : ']';
    }

    /** Reads the name of a member if the innermost is an object; returns its index, -1 if it is not to be kept. */
    private int field(int objects) throws HttpException {
        if ((objects & 1) == 0) {
            return -1;
        }
        int field = indexOf(text());
        take(':');
        return field;
    }

    /** Reads a value that holds no others; keeps it if it is a text and {@code field} is not -1. */
    private void scalar(int field) throws HttpException {
        if (peek() != '"') {
            literal();
            return;
        }
        String text = text();
        if (field >= 0 && this.values[field] == null) {
            this.values[field] = text;
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < this.names.length; i++) {
            if (this.names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads over a number, true, false or null. */
    private void literal() throws HttpException {
        int start = this.at;
        while (this.at < this.length && isLiteral(this.document[this.at])) {
            this.at++;
        }
        if (this.at == start) {
            throw malformed();
        }
    }

    private static boolean isLiteral(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    private String text() throws HttpException {
        take('"');
        byte[] bytes = new byte[textEnd() - this.at];
        int count = 0;
        for (;;) {
            if (this.at >= this.length) {
                throw malformed();
            }
            int c = this.document[this.at++] & 0xFF;
            if (c == '"') {
                return Utf8.decode(bytes, 0, count);
            }
            if (c < ' ') {
                throw malformed();
            }
            if (c == '\\') {
                count += escape(bytes, count);
            } else {
                bytes[count++] = (byte) c;
            }
        }
    }

    /** Returns where the text ends that begins here: its encoded form is never shorter than its decoded one. */
    private int textEnd() throws HttpException {
        for (int i = this.at; i < this.length; i++) {
            if (this.document[i] == '\\') {
                i++;
            } else if (this.document[i] == '"') {
                return i;
            }
        }
        throw malformed();
    }

    /** Reads what follows a backslash (RFC 8259, section 7); half a surrogate pair becomes a question mark. */
    private int escape(byte[] target, int offset) throws HttpException {
        int c = this.at < this.length ? this.document[this.at++] : -1;
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            target[offset] = (byte) "\"\\/\b\f\n\r\t".charAt(simple);
            return 1;
        }
        if (c != 'u') {
            throw malformed();
        }
        char unit = unit();
        boolean pair = isSurrogate(unit, 0xD800) && this.at + 1 < this.length && this.document[this.at] == '\\'
                && this.document[this.at + 1] == 'u';
        if (!pair) {
            return Utf8.encode(String.valueOf(unit), target, offset);
        }
        int before = this.at;
        this.at += 2;
        char low = unit();
        if (!isSurrogate(low, 0xDC00)) {
            this.at = before;
            return Utf8.encode(String.valueOf(unit), target, offset);
        }
        return Utf8.encode(new String(new char[] {unit, low}), target, offset);
    }

    private static boolean isSurrogate(char unit, int first) {
        return (unit & 0xFC00) == first;
    }

    /** Reads four hexadecimal digits. */
    private char unit() throws HttpException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = this.at < this.length ? Character.digit((char) this.document[this.at], 16) : -1;
            if (digit < 0) {
                throw malformed();
            }
            this.at++;
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
