package space.opensensor.s3;

import java.io.IOException;
import java.io.InputStream;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Utf8;
import space.opensensor.http.HttpException;

/**
 * Reads the XML that stores answer with, element by element, in bounded memory and bounded length: no namespaces, no
 * attributes, no document types.
 */
final class XmlReader {

    /** A start tag. */
    static final int START = 1;

    /** An end tag; {@link #text()} is what lay between it and the last tag before. */
    static final int END = 2;

    /** The end of the document. */
    static final int DONE = 3;

    /** Room that a reader needs: name and text of one element. */
    static final int BUFFER_BYTES = 4096;

    private static final int NAME_BYTES = 64;
    private static final int MAX_DEPTH = 16;

    private final byte[] buffer;
    private InputStream input;
    private long left;
    private int nameLength;
    private int textLength;
    private int depth;
    private boolean selfClosed;
    private int pushedBack;

    /** @param buffer at least {@value #BUFFER_BYTES} bytes, used while reading. */
    XmlReader(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Starts a document of at most {@code limit} bytes. */
    void open(InputStream newInput, long limit) {
        this.input = newInput;
        this.left = limit;
        this.depth = 0;
        this.nameLength = 0;
        this.textLength = 0;
        this.selfClosed = false;
        this.pushedBack = -1;
    }

    /** Returns the kind of the next tag. */
    int next() throws IOException {
        if (this.selfClosed) {
            this.selfClosed = false;
            this.depth--;
            return END;
        }
        this.textLength = 0;
        for (;;) {
            int c = read();
            if (c < 0) {
                return end();
            }
            if (c != '<') {
                text(c);
                continue;
            }
            int kind = tag();
            if (kind != 0) {
                return kind;
            }
        }
    }

    private int end() throws HttpException {
        if (this.depth > 0) {
            throw new HttpException("XML of the response ends inside an element");
        }
        return DONE;
    }

    /** Returns nesting: 1 inside the root element; counted after the tag just returned. */
    int depth() {
        return this.depth;
    }

    /** Returns whether the last tag has this name. */
    boolean is(String name) {
        return name.length() == this.nameLength && Ascii.equalsIgnoreCase(this.buffer, 0, this.nameLength, name);
    }

    /** Returns the text before the last tag, references resolved. */
    String text() {
        return Utf8.decode(this.buffer, NAME_BYTES, this.textLength);
    }

    /** Returns the text as a number; -1 if it is none. */
    long number() {
        long value = this.textLength == 0 || this.textLength > 18 ? -1 : 0;
        for (int i = 0; i < this.textLength && value >= 0; i++) {
            int digit = this.buffer[NAME_BYTES + i] - '0';
            value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
        }
        return value;
    }

    private int read() throws IOException {
        int c = this.pushedBack;
        if (c >= 0) {
            this.pushedBack = -1;
            return c;
        }
        if (--this.left < 0) {
            throw new HttpException("XML of the response is longer than allowed");
        }
        return this.input.read();
    }

    private int readInside() throws IOException {
        int c = read();
        if (c < 0) {
            throw new HttpException("XML of the response ends inside a tag");
        }
        return c;
    }

    private void text(int c) throws IOException {
        if (c == '&') {
            reference();
        } else {
            append(c);
        }
    }

    private void append(int c) throws IOException {
        if (this.textLength == BUFFER_BYTES - NAME_BYTES) {
            throw new HttpException("text in the XML of the response is longer than " + this.textLength + " bytes");
        }
        this.buffer[NAME_BYTES + this.textLength++] = (byte) c;
    }

    /** Resolves one of the five named references or a numeric one (XML 1.0, sections 4.1 and 4.6). */
    private void reference() throws IOException {
        StringBuilder name = new StringBuilder(8);
        for (int c = readInside(); c != ';'; c = readInside()) {
            if (name.length() == 10) {
                throw new HttpException("reference in the XML of the response is malformed");
            }
            name.append((char) c);
        }
        int codePoint = XmlReference.resolve(name.toString());
        if (codePoint < 0x80) {
            append(codePoint);
        } else {
            byte[] utf8 = Utf8.encode(XmlReference.text(codePoint));
            for (int i = 0; i < utf8.length; i++) {
                append(utf8[i]);
            }
        }
    }

    /** Reads what follows a less-than sign; 0 if it was no tag. */
    private int tag() throws IOException {
        int c = readInside();
        if (c == '?') {
            skipTo("?>");
            return 0;
        }
        if (c == '!') {
            return markup();
        }
        boolean closing = c == '/';
        name(closing ? readInside() : c);
        if (closing) {
            this.selfClosed = false;
            if (--this.depth < 0) {
                throw new HttpException("XML of the response closes more than it opens");
            }
            return END;
        }
        if (++this.depth > MAX_DEPTH) {
            throw new HttpException("XML of the response is nested deeper than " + MAX_DEPTH);
        }
        this.textLength = 0;
        return START;
    }

    /** Reads a comment or a CDATA section; anything else is refused. */
    private int markup() throws IOException {
        int c = readInside();
        if (c == '-' && readInside() == '-') {
            skipTo("-->");
            return 0;
        }
        if (c != '[') {
            throw new HttpException("XML of the response has a document type");
        }
        for (int i = 0; i < 6; i++) {
            if (readInside() != "CDATA[".charAt(i)) {
                throw new HttpException("XML of the response has a malformed section");
            }
        }
        int start = this.textLength;
        while (!endsWithCdataEnd(start)) {
            append(readInside());
        }
        this.textLength -= 3;
        return 0;
    }

    private boolean endsWithCdataEnd(int start) {
        int end = NAME_BYTES + this.textLength;
        return this.textLength - start >= 3 && this.buffer[end - 1] == '>' && this.buffer[end - 2] == ']'
                && this.buffer[end - 3] == ']';
    }

    private void skipTo(String end) throws IOException {
        int matched = 0;
        while (matched < end.length()) {
            int c = readInside();
            if (c == end.charAt(matched)) {
                matched++;
            } else if (c != end.charAt(0)) {
                matched = 0;
            }
        }
    }

    /** Reads a name without prefix, and the rest of its tag. */
    private void name(int first) throws IOException {
        int length = 0;
        int c = first;
        for (; c != '>' && c != '/' && c > ' '; c = readInside()) {
            if (c == '<' || length == NAME_BYTES) {
                throw new HttpException("name in the XML of the response is malformed");
            }
            this.buffer[length++] = (byte) c;
            if (c == ':') {
                length = 0;
            }
        }
        if (length == 0) {
            throw new HttpException("name in the XML of the response is malformed");
        }
        this.nameLength = length;
        int last = c;
        for (int quote = 0; c != '>' || quote != 0; c = readInside()) {
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
            last = c;
        }
        this.selfClosed = last == '/';
    }
}
