package space.opensensor.interop.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import space.opensensor.spool.SegmentReader;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;

/** Uses a spool as a station does: appends, turns segments into objects, uploads them; keeps a ledger of it. */
final class Driver {

    private final SpoolConfig config;
    final Ledger ledger;
    private final byte[] payload = new byte[1024];
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

    /** Turns the oldest segments into objects, one or two of them. */
    boolean convert(int segments, boolean split) {
        int count = Math.min(segments, this.spool.segmentCount());
        if (count == 0) {
            return false;
        }
        int through = this.spool.segmentId(count - 1);
        try {
            this.spool.discardObjects();
            List<byte[]> frames = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                readInto(frames, this.spool.segmentId(i));
            }
            if (frames.isEmpty()) {
                this.spool.deleteSegments(through);
                return true;
            }
            int middle = split ? frames.size() / 2 : 0;
            if (middle > 0) {
                write(frames.subList(0, middle), through);
            }
            write(frames.subList(middle, frames.size()), through);
            this.spool.publish(through);
            return true;
        } catch (IOException e) {
            discard();
            return false;
        }
    }

    private void discard() {
        try {
            this.spool.discardObjects();
        } catch (IOException e) {
            // They stay unpublished; a later call, or the next boot, deletes them.
        }
    }

    private void readInto(List<byte[]> frames, int segment) throws IOException {
        SegmentReader reader = this.spool.openSegment(segment);
        for (int n = reader.next(this.payload); n >= 0; n = reader.next(this.payload)) {
            frames.addAll(LengthPrefixed.split(this.payload, n, reader.readings()));
        }
    }

    private void write(List<byte[]> frames, int through) throws IOException {
        byte[] first = frames.get(0);
        byte[] last = frames.get(frames.size() - 1);
        String name = "w" + Ledger.reading(first, 0, first.length) + "-" + Ledger.reading(last, 0, last.length) + "-"
                + frames.size() + ".bin";
        OutputStream out = this.spool.createObject(name, frames.size(), through);
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
        while (convert(2, false)) {
            continue;
        }
        while (upload()) {
            continue;
        }
    }
}
