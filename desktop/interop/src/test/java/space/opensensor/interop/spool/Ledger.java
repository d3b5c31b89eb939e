package space.opensensor.interop.spool;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** What the other side of the promise knows: readings tried, acknowledged and refused, objects in the store. */
final class Ledger {

    final BitSet tried = new BitSet();
    final BitSet acknowledged = new BitSet();
    final List<Integer> waiting = new ArrayList<>();
    final TreeMap<String, byte[]> store = new TreeMap<>();
    int refused;
    int highestBoot;
    /** Next reading. */
    int next;

    Ledger copy() {
        Ledger copy = new Ledger();
        copy.tried.or(this.tried);
        copy.acknowledged.or(this.acknowledged);
        copy.waiting.addAll(this.waiting);
        copy.store.putAll(this.store);
        copy.refused = this.refused;
        copy.highestBoot = this.highestBoot;
        copy.next = this.next;
        return copy;
    }

    /** All that waited is on flash. */
    void synced() {
        for (int reading : this.waiting) {
            this.acknowledged.set(reading);
        }
        this.waiting.clear();
    }

    static final int NOTE = 1 << 24;

    /** Payload of a reading: its number and bytes that follow from it. */
    static byte[] payload(int reading) {
        byte[] payload = new byte[8 + reading * 7 % 50];
        for (int i = 0; i < 4; i++) {
            payload[i] = (byte) (reading >>> 8 * i);
        }
        for (int i = 4; i < payload.length; i++) {
            payload[i] = (byte) (reading * 31 + i * 17);
        }
        return payload;
    }

    /** Tells the number of a payload; -1 if it is not exactly one of ours. */
    static int reading(byte[] bytes, int offset, int length) {
        if (length < 8) {
            return -1;
        }
        int reading = 0;
        for (int i = 3; i >= 0; i--) {
            reading = reading << 8 | bytes[offset + i] & 0xFF;
        }
        if (reading < 0) {
            return -1;
        }
        byte[] expected = payload(reading);
        if (expected.length != length) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != expected[i]) {
                return -1;
            }
        }
        return reading;
    }
}
