package space.opensensor.device;

import java.io.IOException;

import com.espressif.esp_idf.nvs;

import ej.sni.NativeIOException;

import space.opensensor.bytes.Utf8;

/** One namespace of the board's non-volatile storage, open for reading. */
final class Nvs {

    /** Most bytes of a text without the zero at its end, a limit of ESP-IDF. */
    static final int MAX_TEXT = 3999;
    /** Most characters of a namespace or a key, a limit of ESP-IDF. */
    static final int MAX_NAME = 15;

    private static final int READ_ONLY = 0;
    private static final int NOT_FOUND = 0x1102;

    private final int handle;
    private final byte[] buffer = new byte[MAX_TEXT + 1];

    /**
     * Opens a namespace.
     *
     * @param namespace 1 to 15 ASCII characters.
     * @throws IOException if there is no such namespace, or NVS is damaged or not initialised; tells the code of ESP-IDF.
     */
    Nvs(String namespace) throws IOException {
        this.handle = open(namespace);
    }

    /**
     * Reads a text.
     *
     * @param key 1 to 15 ASCII characters.
     * @return null if the namespace has no such key.
     * @throws IOException if it is there but no text of at most {@value #MAX_TEXT} bytes.
     */
    String text(String key) throws IOException {
        int length;
        try {
            length = read(key);
        } catch (NativeIOException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                return null;
            }
            throw failure(key, e);
        }
        String text = Utf8.decode(this.buffer, 0, length > 0 ? length - 1 : 0);
        wipe();
        return text;
    }

    /** Closes the namespace. */
    void close() {
        nvs.nvs_close(this.handle);
    }

    private static int open(String namespace) throws IOException {
        try {
            return openNative(namespace);
        } catch (NativeIOException e) {
            throw failure(namespace, e);
        }
    }

    private static int openNative(String namespace) throws IOException {
        return nvs.nvs_open(zeroTerminated(namespace), READ_ONLY);
    }

    private int read(String key) throws IOException {
        return nvs.nvs_get_str(this.handle, zeroTerminated(key), this.buffer, this.buffer.length);
    }

    private static IOException failure(String name, NativeIOException cause) {
        return new IOException("NVS " + name + ": ESP-IDF error 0x" + Integer.toHexString(cause.getErrorCode()));
    }

    /** What was read may be a secret. */
    private void wipe() {
        for (int i = 0; i < this.buffer.length; i++) {
            this.buffer[i] = 0;
        }
    }

    /** @return a name as ESP-IDF takes it. */
    static byte[] zeroTerminated(String name) {
        byte[] text = new byte[Utf8.length(name) + 1];
        Utf8.encode(name, text, 0);
        return text;
    }
}
