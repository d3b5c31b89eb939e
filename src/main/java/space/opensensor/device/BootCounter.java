package space.opensensor.device;

import java.io.IOException;

import com.espressif.esp_idf.nvs;

import ej.sni.NativeIOException;

/**
 * The number of the last boot, kept in NVS. The spool keeps it too, but the platform formats a flash volume that it cannot
 * mount; then numbers would begin again, and with them the keys of undated readings.
 */
final class BootCounter {

    private static final byte[] NAMESPACE = Nvs.zeroTerminated("state");
    private static final byte[] KEY = Nvs.zeroTerminated("boot");
    private static final int READ_WRITE = 1;
    private static final int NOT_FOUND = 0x1102;

    private BootCounter() {
    }

    /**
     * Reads the number of the last boot.
     *
     * @return 0 if there was none.
     * @throws IOException if NVS is damaged or not initialised.
     */
    static int read() throws IOException {
        int handle = nvs.nvs_open(NAMESPACE, READ_WRITE);
        try {
            return get(handle);
        } catch (NativeIOException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                return 0;
            }
            throw e;
        } finally {
            nvs.nvs_close(handle);
        }
    }

    /**
     * Keeps the number of this boot.
     *
     * @throws IOException if NVS is damaged, not initialised or full.
     */
    static void write(int boot) throws IOException {
        int handle = nvs.nvs_open(NAMESPACE, READ_WRITE);
        try {
            nvs.nvs_set_i32(handle, KEY, boot);
            nvs.nvs_commit(handle);
        } finally {
            nvs.nvs_close(handle);
        }
    }

    private static int get(int handle) throws IOException {
        return nvs.nvs_get_i32(handle, KEY);
    }
}
