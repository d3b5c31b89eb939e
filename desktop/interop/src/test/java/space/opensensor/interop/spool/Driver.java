package space.opensensor.interop.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import space.opensensor.spool.LogReader;
import space.opensensor.spool.Position;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** Uses a spool as a station does: appends, archives, turns readings into objects, uploads them; keeps a ledger of it. */
final class Driver {

    /** Readings of an object when all is brought into the store. */
    private static final int DRAINED = 120;

    private final SpoolConfig config;
    final Ledger ledger;
    private final byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
    private final Position from = new Position();
    private final Position to = new Position();
    private final LengthPrefixed reading = new LengthPrefixed();
    Spool spool;

    Driver(SpoolConfig config, Ledger ledger) {
        this.config = config;
        this.ledger = ledger;
    }

    void boot(CrashableFlash flash) throws IOException {
        flash.closeAll();
        this.ledger.waiting.clear();
        this.spool = new Spool(flash, this.config);
        this.spool.recover();
        if (this.spool.bootId() <= this.ledger.highestBoot) {
            throw new AssertionError("boot " + this.spool.bootId() + " was there before");
        }
    }

    /** Appends readings, and a note before every eighth. */
    void append(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int reading = this.ledger.next++;
            try {
                if (reading % 8 == 0) {
                    byte[] note = Ledger.payload(reading + Ledger.NOTE);
                    this.ledger.tried.set(reading + Ledger.NOTE);
                    this.spool.appendNote(note, 0, note.length);
                }
            } catch (IOException e) {
                // A note that is lost is no reading.
            }
            appendReading(reading);
        }
    }

    private void appendReading(int reading) {
        this.reading.bytes = Ledger.payload(reading);
        this.ledger.tried.set(reading);
        try {
            boolean synced = this.spool.append(this.reading);
            this.ledger.waiting.add(reading);
            if (synced) {
                this.ledger.highestBoot = this.spool.bootId();
                this.ledger.synced();
            }
        } catch (IOException e) {
            this.ledger.refused++;
        }
    }

    void seal() {
        try {
            this.spool.seal();
            this.ledger.synced();
        } catch (IOException e) {
            // What waits goes on waiting.
        }
    }

    /** Moves the oldest frames of the log to the archive, those of a boot together but for notes. */
    void archive(int frames) {
        try {
            LogReader reader = this.spool.log();
            ByteArrayOutputStream moved = new ByteArrayOutputStream();
            int readings = 0;
            int boot = 0;
            reader.startAtLog();
            int n = reader.next(this.payload);
            for (int i = 0; i < frames && n >= 0; i++) {
                boolean note = reader.readings() == 0;
                if (readings > 0 && (note || boot != reader.bootId() || moved.size() + n > Spool.MAX_ARCHIVE_PAYLOAD)) {
                    flush(moved, readings);
                    readings = 0;
                }
                if (!note || !reader.isReplaced()) {
                    if (readings == 0) {
                        reader.markBefore(this.from, 0);
                    }
                    boot = reader.bootId();
                    moved.write(this.payload, 0, n);
                    readings += reader.readings();
                    reader.markBehind(this.to);
                }
                if (note && !reader.isReplaced()) {
                    flush(moved, 0);
                }
                n = reader.next(this.payload);
            }
            if (readings > 0) {
                flush(moved, readings);
            }
        } catch (IOException e) {
            // What was not moved stays in the log.
        }
    }

    private void flush(ByteArrayOutputStream moved, int readings) throws IOException {
        byte[] bytes = moved.toByteArray();
        moved.reset();
        this.spool.archive(bytes, 0, bytes.length, readings, this.from, this.to);
    }

    /** Turns the oldest readings, at most so many, into objects, one or two of them. */
    boolean convert(int most, boolean split) {
        try {
            this.spool.discardObjects();
            List<byte[]> readings = new ArrayList<>();
            if (!read(readings, most)) {
                return false;
            }
            if (readings.isEmpty()) {
                this.spool.deleteUntil(this.to);
                return true;
            }
            int middle = split ? readings.size() / 2 : 0;
            if (middle > 0) {
                write(readings.subList(0, middle));
            }
            write(readings.subList(middle, readings.size()));
            this.spool.publish();
            return true;
        } catch (IOException e) {
            discard();
            return false;
        }
    }

    /** Reads the oldest readings and marks the place behind them; false if there is nothing. */
    private boolean read(List<byte[]> readings, int most) throws IOException {
        LogReader reader = this.spool.log();
        boolean something = false;
        reader.start();
        for (int n = reader.next(this.payload); n >= 0; n = reader.next(this.payload)) {
            List<byte[]> frame = LengthPrefixed.split(this.payload, n, reader.readings());
            int counting = frame.size() - reader.firstReading();
            int left = most - readings.size();
            if (counting > left) {
                readings.addAll(frame.subList(reader.firstReading(), reader.firstReading() + left));
                reader.markBefore(this.to, reader.firstReading() + left);
                return something || left > 0;
            }
            something |= !reader.isReplaced();
            readings.addAll(frame.subList(reader.firstReading(), frame.size()));
        }
        reader.markBehind(this.to);
        return something;
    }

    private void discard() {
        try {
            this.spool.discardObjects();
        } catch (IOException e) {
            // They stay unpublished; a later call, or the next boot, deletes them.
        }
    }

    private void write(List<byte[]> frames) throws IOException {
        byte[] first = frames.get(0);
        byte[] last = frames.get(frames.size() - 1);
        String name = "w" + Ledger.reading(first, 0, first.length) + "-" + Ledger.reading(last, 0, last.length) + "-"
                + frames.size() + ".bin";
        OutputStream out = this.spool.createObject(name, frames.size(), this.to);
        for (byte[] frame : frames) {
            out.write(new byte[] { (byte) frame.length });
            out.write(frame);
        }
        out.write(new byte[] { 0 });
        out.close();
    }

    /** Uploads the oldest object and deletes it; false if there is none or the flash fails. */
    boolean upload() {
        String name = this.spool.objectName(0);
        if (name == null) {
            return false;
        }
        try {
            byte[] content = read(this.spool, name);
            byte[] before = this.ledger.store.putIfAbsent(name, content);
            if (before != null && !Arrays.equals(before, content)) {
                throw new AssertionError(name + " is in the store already, with other content");
            }
            this.spool.acknowledge(name);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static byte[] read(Spool spool, String name) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] block = new byte[1000];
        try (InputStream in = spool.openObject(name)) {
            for (int n = in.read(block, 0, block.length); n > 0; n = in.read(block, 0, block.length)) {
                all.write(block, 0, n);
            }
        }
        return all.toByteArray();
    }

    /** Brings everything into the store. */
    void drain() {
        seal();
        while (convert(DRAINED, false)) {
            continue;
        }
        while (upload()) {
            continue;
        }
    }
}
