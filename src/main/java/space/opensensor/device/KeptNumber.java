package space.opensensor.device;

import java.io.IOException;

import com.espressif.esp_idf.nvs;

import ej.sni.NativeIOException;

/** A number kept in NVS, in a namespace of the firmware's own. */
final class KeptNumber {

    /**
     * Key of the number of the last boot. The spool keeps it too, but the platform formats a flash volume that it cannot
     * mount; then numbers would begin again, and with them the keys of undated readings.
     */
    static final String BOOT = "boot";

    /** Key of what the store turned out not to do, see {@link LearningStore}. */
    static final String STORE = "store";

    private static final byte[] NAMESPACE = Nvs.zeroTerminated("state");
    private static final int READ_WRITE = 1;
    private static final int NOT_FOUND = 0x1102;

    private KeptNumber() {
    }

    /**
     * Reads a number.
     *
     * @param key 1 to 15 ASCII characters.
     * @return 0 if it was never written.
     * @throws IOException if NVS is damaged or not initialised.
     */
    static int read(String key) throws IOException {
        int handle = nvs.nvs_open(NAMESPACE, READ_WRITE);
        try {
            return get(handle, key);
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
     * Keeps a number.
     *
     * @param key 1 to 15 ASCII characters.
     * @throws IOException if NVS is damaged, not initialised or full.
     */
    static void write(String key, int value) throws IOException {
        int handle = nvs.nvs_open(NAMESPACE, READ_WRITE);
        try {
            nvs.nvs_set_i32(handle, Nvs.zeroTerminated(key), value);
            nvs.nvs_commit(handle);
        } finally {
            nvs.nvs_close(handle);
        }
    }

    private static int get(int handle, String key) throws IOException {
        return nvs.nvs_get_i32(handle, Nvs.zeroTerminated(key));
    }
}
