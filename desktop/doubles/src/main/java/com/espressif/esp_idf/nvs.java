package com.espressif.esp_idf;

import java.nio.charset.StandardCharsets;

import ej.sni.NativeIOException;
import space.opensensor.doubles.Board;

/** Double of the non-volatile storage of ESP-IDF. Texts and names end with a zero byte. */
public class nvs {

    private static final int READ_WRITE = 1;
    private static final int NOT_FOUND = 0x1102;
    private static final int NOT_ENOUGH_SPACE = 0x1105;
    private static final int INVALID_LENGTH = 0x110c;

    public static int nvs_open(byte[] name, int mode) throws NativeIOException {
        int handle = Board.open(text(name), mode == READ_WRITE);
        if (handle < 0) {
            throw new NativeIOException(-handle, null);
        }
        return handle;
    }

    public static int nvs_get_str(int handle, byte[] key, byte[] buffer, int length) throws NativeIOException {
        String value = Board.read(handle, text(key));
        if (value == null) {
            throw new NativeIOException(NOT_FOUND, null);
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length + 1 > length) {
            throw new NativeIOException(INVALID_LENGTH, null);
        }
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        buffer[bytes.length] = 0;
        return bytes.length + 1;
    }

    public static int nvs_get_i32(int handle, byte[] key) throws NativeIOException {
        String value = Board.read(handle, text(key));
        if (value == null) {
            throw new NativeIOException(NOT_FOUND, null);
        }
        return Integer.parseInt(value);
    }

    public static void nvs_set_i32(int handle, byte[] key, int value) throws NativeIOException {
        if (Board.isNvsFull()) {
            throw new NativeIOException(NOT_ENOUGH_SPACE, null);
        }
        Board.write(handle, text(key), Integer.toString(value));
    }

    public static void nvs_commit(int handle) throws NativeIOException {
        Board.commit(handle);
    }

    public static void nvs_close(int handle) {
        Board.close(handle);
    }

    private static String text(byte[] zeroTerminated) {
        int length = 0;
        while (zeroTerminated[length] != 0) {
            length++;
        }
        if (length > 15) {
            throw new IllegalArgumentException("a name of NVS has at most 15 characters");
        }
        return new String(zeroTerminated, 0, length, StandardCharsets.ISO_8859_1);
    }
}
