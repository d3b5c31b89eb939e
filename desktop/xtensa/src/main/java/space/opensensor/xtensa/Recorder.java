package space.opensensor.xtensa;

import java.io.OutputStream;

import space.opensensor.bytes.Utf8;

/** Writes to the end of a file of the {@link Host}. */
final class Recorder extends OutputStream {

    private static final int DIGITS = 5;

    private final byte[] name;
    private final byte[] one = new byte[1];

    /** @param name of the file in the working directory; ASCII. */
    Recorder(String name) {
        this.name = Utf8.encode(name);
    }

    /** Goes on with another file: the number takes the place of the {@value #DIGITS} digits behind the first hyphen. */
    void number(int value) {
        int at = 0;
        while (this.name[at] != '-') {
            at++;
        }
        int rest = value;
        for (int digit = DIGITS; digit > 0; digit--) {
            this.name[at + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    @Override
    public void write(int value) {
        this.one[0] = (byte) value;
        write(this.one, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Host.append(this.name, bytes, offset, length);
    }

    /** Writes a line of text. */
    void line(String text) {
        byte[] bytes = Utf8.encode(text + "\n");
        write(bytes, 0, bytes.length);
    }
}
