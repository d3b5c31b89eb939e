package com.is2t.hil;

/** Double of what a mock copies arrays with. */
public class NativeInterface {

    public void flushContent(float[] array, int offset, int length) {
        if (offset < 0 || length > array.length - offset) {
            throw new IndexOutOfBoundsException(offset + " + " + length + " of " + array.length);
        }
    }
}
