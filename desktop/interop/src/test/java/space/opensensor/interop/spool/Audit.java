package space.opensensor.interop.spool;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Spool;

/** Counts where every reading is, in flash and in the store, and compares with the ledger. */
final class Audit {

    private final Ledger ledger;
    private final int[] found;
    private final byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];

    Audit(Ledger ledger) {
        this.ledger = ledger;
        this.found = new int[ledger.next];
    }

    /** How the readings that are gone compare with those that the spool says it dropped. */
    enum Drops {
        /** Equal. */
        EXACT,
        /** Equal, or one off: the power went while a reading was refused. */
        ONE_OFF,
        /** None is gone, whatever the spool counted: the flash failed while it refused. */
        NONE,
        /** Any may be gone: the medium took them. */
        ANY
    }

    int check(Spool spool, Drops drops) throws IOException {
        countLog(spool);
        for (int i = 0; i < spool.objectCount(); i++) {
            String name = spool.objectName(i);
            byte[] content = Driver.read(spool, name);
            byte[] uploaded = this.ledger.store.get(name);
            if (uploaded == null) {
                countObject(name, content);
            } else if (!Arrays.equals(uploaded, content)) {
                throw new AssertionError(name + " differs from what was uploaded");
            }
        }
        this.ledger.store.forEach(this::countObject);
        return judge(spool, drops);
    }

    private int judge(Spool spool, Drops drops) {
        int lost = 0;
        for (int reading = 0; reading < this.found.length; reading++) {
            if (this.found[reading] > 1) {
                throw new AssertionError("reading " + reading + " is there " + this.found[reading] + " times");
            }
            if (this.found[reading] == 0 && this.ledger.acknowledged.get(reading)) {
                lost++;
            }
        }
        long declared = spool.droppedReadings() - this.ledger.refused;
        long off = Math.abs(lost - declared);
        boolean good = drops == Drops.ANY
                || (drops == Drops.NONE ? lost == 0 : off <= (drops == Drops.EXACT ? 0 : 1));
        if (!good) {
            throw new AssertionError(lost + " acknowledged readings are gone, the spool says " + declared);
        }
        return lost;
    }

    private void countLog(Spool spool) throws IOException {
        LogReader reader = spool.log();
        int readings = 0;
        reader.start();
        for (int n = reader.next(this.payload); n >= 0; n = reader.next(this.payload)) {
            if (reader.readings() == 0) {
                checkNote(n);
            }
            List<byte[]> frame = LengthPrefixed.split(this.payload, n, reader.readings());
            for (byte[] reading : frame.subList(reader.firstReading(), frame.size())) {
                count("the log", Ledger.reading(reading, 0, reading.length));
                readings++;
            }
        }
        if (readings != spool.logReadings()) {
            throw new AssertionError("the log has " + readings + " readings, not " + spool.logReadings());
        }
    }

    private void checkNote(int length) {
        int note = Ledger.reading(this.payload, 0, length);
        if (note < Ledger.NOTE || !this.ledger.tried.get(note)) {
            throw new AssertionError("the log holds a note that was never appended: " + note);
        }
    }

    private void countObject(String name, byte[] content) {
        int at = 0;
        while (at < content.length && content[at] != 0) {
            int length = content[at];
            if (at + 1 + length > content.length) {
                throw new AssertionError(name + " is cut off");
            }
            count(name, Ledger.reading(content, at + 1, length));
            at += 1 + length;
        }
        if (at != content.length - 1) {
            throw new AssertionError(name + " ends at " + at + " of " + content.length);
        }
    }

    private void count(String where, int reading) {
        if (reading < 0 || reading >= this.found.length || !this.ledger.tried.get(reading)) {
            throw new AssertionError(where + " holds a reading that was never appended: " + reading);
        }
        this.found[reading]++;
    }
}
