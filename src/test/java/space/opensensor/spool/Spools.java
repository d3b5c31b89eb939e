package space.opensensor.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;

/** Steps that the tests of the spool share. */
final class Spools {

    static final int CLUSTER = 4096;

    private Spools() {
    }

    static SpoolConfig config() {
        return new SpoolConfig().segmentBytes(4096).reserveBytes(8192);
    }

    static Spool boot(Flash flash) throws IOException {
        return boot(flash, config());
    }

    static Spool boot(Flash flash, SpoolConfig config) throws IOException {
        Spool spool = new Spool(flash, config);
        spool.recover();
        return spool;
    }

    static boolean append(Spool spool, String text) throws IOException {
        byte[] payload = Utf8.encode(text);
        return spool.append(payload, 0, payload.length);
    }

    /** Appends readings of 57 bytes, 64 in the log; tells how many were taken. */
    static int appendMany(Spool spool, int count) {
        byte[] payload = new byte[57];
        int taken = 0;
        for (int i = 0; i < count; i++) {
            payload[0] = (byte) i;
            try {
                spool.append(payload, 0, payload.length);
                taken++;
            } catch (IOException e) {
                continue;
            }
        }
        return taken;
    }

    /** All frames of archive and log that count: text, an exclamation mark after notes, separated by spaces. */
    static String frames(Spool spool) throws IOException {
        LogReader reader = spool.log();
        byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        StringBuilder text = new StringBuilder();
        reader.start();
        for (int n = reader.next(payload); n >= 0; n = reader.next(payload)) {
            if (!reader.isReplaced()) {
                text.append(text.length() == 0 ? "" : " ").append(Utf8.decode(payload, 0, n));
                text.append(reader.readings() == 0 ? "!" : "");
            }
        }
        return text.toString();
    }

    /** The place before the first frame whose text is this; behind all if there is none. */
    static Position before(Spool spool, String frame) throws IOException {
        LogReader reader = spool.log();
        byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        Position place = new Position();
        reader.start();
        for (int n = reader.next(payload); n >= 0; n = reader.next(payload)) {
            if (Utf8.decode(payload, 0, n).equals(frame)) {
                reader.markBefore(place, 0);
                return place;
            }
        }
        reader.markBehind(place);
        return place;
    }

    /** The place behind all that is on flash. */
    static Position end(Spool spool) throws IOException {
        return before(spool, "");
    }

    /** Makes an object in the place of all that is on flash. */
    static void makeObject(Spool spool, String name, int readings, String content) throws IOException {
        makeObject(spool, name, readings, end(spool), content);
    }

    static void makeObject(Spool spool, String name, int readings, Position end, String content) throws IOException {
        OutputStream out = spool.createObject(name, readings, end);
        byte[] bytes = Utf8.encode(content);
        out.write(bytes, 0, bytes.length);
        out.close();
    }

    static String object(Spool spool, String name) throws IOException {
        InputStream in = spool.openObject(name);
        byte[] bytes = new byte[20000];
        int length = Streams.readFully(in, bytes, 0, bytes.length);
        in.close();
        return Utf8.decode(bytes, 0, length);
    }

    static String hex(Flash flash, String file) throws IOException {
        InputStream in = flash.open(file);
        byte[] bytes = new byte[(int) flash.size(file)];
        Streams.readFully(in, bytes, 0, bytes.length);
        in.close();
        return Hex.encode(bytes);
    }

    /** Puts a file there as it is. */
    static void put(Flash flash, String file, String hex) throws IOException {
        OutputStream out = flash.create(file);
        byte[] bytes = Hex.decode(hex);
        out.write(bytes, 0, bytes.length);
        out.close();
    }

    static boolean exists(Flash flash, String file) throws IOException {
        String[] names = flash.list();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(file)) {
                return true;
            }
        }
        return false;
    }
}
