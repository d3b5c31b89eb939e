package space.opensensor.doubles;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** State of the pretended board: one for all, as there is one board. */
public final class Board {

    /** The access points in the air: passphrase by SSID. */
    public static final Map<String, String> ACCESS_POINTS = new HashMap<String, String>();
    /** What NVS holds: text, numbers too, by {@code namespace/key}. */
    public static final Map<String, String> NVS = new HashMap<String, String>();

    private static final Map<Integer, String> HANDLES = new HashMap<Integer, String>();
    private static final Map<String, String> WRITTEN = new HashMap<String, String>();
    private static String joined;
    private static InetAddress address;
    private static boolean dhcp;
    private static int nvsError;
    private static boolean nvsFull;
    private static int handles;
    private static final long START = System.nanoTime();
    private static long wallOffset;
    private static long skipped;
    private static int interfaceCalls;

    private Board() {
    }

    /** Makes the board as it leaves the factory: nothing in NVS, nothing in the air, clock at 1970. */
    public static synchronized void reset() {
        BoardTls.install();
        ACCESS_POINTS.clear();
        NVS.clear();
        HANDLES.clear();
        WRITTEN.clear();
        joined = null;
        address = null;
        dhcp = true;
        nvsError = 0;
        nvsFull = false;
        wallOffset = -platformMillis();
        interfaceCalls = 0;
    }

    /** @param answers whether a DHCP server gives an address to who joined. */
    public static synchronized void dhcp(boolean answers) {
        dhcp = answers;
    }

    /** Lets every call of NVS fail with an error of ESP-IDF; 0 for none. */
    public static synchronized void nvsError(int code) {
        nvsError = code;
    }

    /** @param full whether NVS takes no more values. */
    public static synchronized void nvsFull(boolean full) {
        nvsFull = full;
    }

    /** @return whether NVS takes no more values. */
    public static synchronized boolean isNvsFull() {
        return nvsFull;
    }

    /** Joins an access point as the platform does. */
    public static synchronized void join(String ssid, String passphrase) throws IOException {
        joined = null;
        address = null;
        if (!ACCESS_POINTS.containsKey(ssid)) {
            throw new IOException("no access point " + ssid);
        }
        if (!ACCESS_POINTS.get(ssid).equals(passphrase)) {
            throw new IOException("refused by " + ssid);
        }
        joined = ssid;
        address = dhcp ? InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, 23}) : null;
    }

    /** The access point goes away, or the station leaves it. */
    public static synchronized void leave() {
        joined = null;
        address = null;
    }

    /** @return SSID, or null. */
    public static synchronized String joined() {
        return joined;
    }

    /** @return the address that DHCP gave, or null. */
    public static synchronized InetAddress address() {
        return address;
    }

    /** @return signal of what is joined, dBm. */
    public static synchronized float rssi() {
        return -61.5f;
    }

    /** Counts a call that sets up the network interface. */
    public static synchronized void countInterfaceCall() {
        interfaceCalls++;
    }

    /** @return calls that set up the network interface. */
    public static synchronized int interfaceCalls() {
        return interfaceCalls;
    }

    /** @return time since the boot: real time plus what was skipped, milliseconds. */
    public static synchronized long platformMillis() {
        return (System.nanoTime() - START) / 1000000 + skipped;
    }

    /** Lets time pass at once. */
    public static synchronized void skip(long millis) {
        skipped += millis;
    }

    /** @return the application clock, milliseconds since 1970. */
    public static synchronized long wallMillis() {
        return platformMillis() + wallOffset;
    }

    /** Sets the application clock. */
    public static synchronized void wallMillis(long now) {
        wallOffset = now - platformMillis();
    }

    /** Opens a namespace; one that is written to need not exist. @return its handle, or minus an error of ESP-IDF. */
    public static synchronized int open(String namespace, boolean writable) {
        if (nvsError != 0) {
            return -nvsError;
        }
        boolean found = writable;
        for (String key : NVS.keySet()) {
            found |= key.startsWith(namespace + "/");
        }
        if (!found) {
            return -0x1102;
        }
        handles++;
        HANDLES.put(Integer.valueOf(handles), namespace);
        return handles;
    }

    /** @return text of a key, or null. */
    public static synchronized String read(int handle, String key) {
        return NVS.get(HANDLES.get(Integer.valueOf(handle)) + "/" + key);
    }

    /** Keeps a value until {@link #commit}. */
    public static synchronized void write(int handle, String key, String value) {
        WRITTEN.put(HANDLES.get(Integer.valueOf(handle)) + "/" + key, value);
    }

    /** Makes what was written last. */
    public static synchronized void commit(int handle) {
        NVS.putAll(WRITTEN);
        WRITTEN.clear();
    }

    /** Closes a handle. */
    public static synchronized void close(int handle) {
        HANDLES.remove(Integer.valueOf(handle));
    }

    /** @return handles that are open. */
    public static synchronized int openHandles() {
        return HANDLES.size();
    }
}
