package com.is2t.hil;

/** Double of what a mock copies arrays with. */
public class NativeInterface {

    public void flushContent(float[] array, int offset, int length) {
        check(array.length, offset, length);
    }

    public void flushContent(int[] array, int offset, int length) {
        check(array.length, offset, length);
    }

    public void flushContent(byte[] array, int offset, int length) {
        check(array.length, offset, length);
    }

    public void refreshContent(byte[] array, int offset, int length) {
        check(array.length, offset, length);
    }

    private static void check(int size, int offset, int length) {
        if (offset < 0 || length > size - offset) {
            throw new IndexOutOfBoundsException(offset + " + " + length + " of " + size);
        }
    }
}
