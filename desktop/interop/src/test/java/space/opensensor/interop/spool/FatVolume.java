package space.opensensor.interop.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A FAT12 volume and what FatFs does to its sectors, in FatFs's order: one window for FAT and directory, written when it
 * moves or at a sync; a sector buffer per open file; start cluster and length of a file in its directory entry only at a
 * sync. One FAT, a root directory of 512 entries, one cluster of 4,096 bytes, as the board's volume is formatted.
 */
final class FatVolume {

    static final int CLUSTER = 4096;
    private static final int ENTRY = 32;
    private static final int ROOT_ENTRIES = 512;
    private static final int LAST = 0xFFF;
    private static final int DELETED = 0xE5;
    private static final int LONG_NAME = 0x0F;

    final FatDisk disk;
    private final int sectorBytes;
    private final int fatSector = 1;
    private final int fatSectors;
    private final int rootSector;
    private final int dataSector;
    private final int clusters;
    private final byte[] window;
    private int windowSector = -1;
    private boolean windowDirty;
    private int lastAllocated = 1;

    private FatVolume(FatDisk disk) {
        this.disk = disk;
        this.sectorBytes = disk.sectorBytes;
        this.window = new byte[this.sectorBytes];
        this.fatSectors = 1 + (disk.image.length / CLUSTER * 3 / 2 - 1) / this.sectorBytes;
        this.rootSector = this.fatSector + this.fatSectors;
        this.dataSector = this.rootSector + ROOT_ENTRIES * ENTRY / this.sectorBytes;
        this.clusters = (disk.image.length / this.sectorBytes - this.dataSector) * this.sectorBytes / CLUSTER;
    }

    static FatVolume format(int bytes, int sectorBytes) {
        FatVolume volume = new FatVolume(new FatDisk(bytes / sectorBytes, sectorBytes));
        volume.writeBootSector();
        return volume;
    }

    static FatVolume mount(FatDisk disk) {
        return new FatVolume(disk);
    }

    private void writeBootSector() {
        byte[] image = this.disk.image;
        byte[] jump = { (byte) 0xEB, (byte) 0xFE, (byte) 0x90, 'M', 'S', 'D', 'O', 'S', '5', '.', '0' };
        System.arraycopy(jump, 0, image, 0, jump.length);
        put16(image, 11, this.sectorBytes);
        image[13] = (byte) (CLUSTER / this.sectorBytes);
        put16(image, 14, 1);
        image[16] = 1;
        put16(image, 17, ROOT_ENTRIES);
        put16(image, 19, image.length / this.sectorBytes);
        image[21] = (byte) 0xF8;
        put16(image, 22, this.fatSectors);
        put16(image, 24, 63);
        put16(image, 26, 255);
        image[36] = (byte) 0x80;
        image[38] = 0x29;
        put16(image, 39, 0x1234);
        System.arraycopy("NO NAME    FAT     ".getBytes(StandardCharsets.US_ASCII), 0, image, 43, 19);
        image[510] = 0x55;
        image[511] = (byte) 0xAA;
        int fat = this.fatSector * this.sectorBytes;
        image[fat] = (byte) 0xF8;
        image[fat + 1] = (byte) 0xFF;
        image[fat + 2] = (byte) 0xFF;
    }

    /** @return what a sector holds: boot, FAT, directory or data. */
    String kindOf(int sector) {
        return sector < this.fatSector ? "boot" : sector < this.rootSector ? "fat"
                : sector < this.dataSector ? "directory" : "data";
    }

    int clusters() {
        return this.clusters;
    }

    // Window

    private void moveWindow(int sector) {
        if (sector != this.windowSector) {
            syncWindow();
            this.disk.read(sector, this.window);
            this.windowSector = sector;
        }
    }

    private void syncWindow() {
        if (this.windowDirty) {
            this.disk.write(this.windowSector, this.window, kindOf(this.windowSector));
            this.windowDirty = false;
        }
    }

    // FAT

    private int fatByte(int index) {
        moveWindow(this.fatSector + index / this.sectorBytes);
        return this.window[index % this.sectorBytes] & 0xFF;
    }

    private void putFatByte(int index, int value) {
        moveWindow(this.fatSector + index / this.sectorBytes);
        this.window[index % this.sectorBytes] = (byte) value;
        this.windowDirty = true;
    }

    private int getFat(int cluster) {
        int at = cluster + cluster / 2;
        int low = fatByte(at);
        int value = low | fatByte(at + 1) << 8;
        return (cluster & 1) != 0 ? value >> 4 : value & 0xFFF;
    }

    private void putFat(int cluster, int value) {
        int at = cluster + cluster / 2;
        boolean odd = (cluster & 1) != 0;
        putFatByte(at, odd ? fatByte(at) & 0x0F | value << 4 : value);
        putFatByte(at + 1, odd ? value >> 4 : fatByte(at + 1) & 0xF0 | value >> 8 & 0x0F);
    }

    private boolean isCluster(int cluster) {
        return cluster >= 2 && cluster < this.clusters + 2;
    }

    /** Takes a free cluster and hangs it behind one; 0: it starts a chain. */
    private int createChain(int before) throws IOException {
        int cluster = this.lastAllocated;
        for (int i = 0; i < this.clusters; i++) {
            cluster = cluster + 1 < this.clusters + 2 ? cluster + 1 : 2;
            if (getFat(cluster) == 0) {
                putFat(cluster, LAST);
                if (before != 0) {
                    putFat(before, cluster);
                }
                this.lastAllocated = cluster;
                return cluster;
            }
        }
        throw new IOException("volume is full");
    }

    private void removeChain(int first) throws IOException {
        int cluster = first;
        while (isCluster(cluster)) {
            int next = getFat(cluster);
            if (next == 0) {
                return;
            }
            if (next == 1) {
                throw new IOException("internal error: chain ends in cluster 1");
            }
            putFat(cluster, 0);
            cluster = next;
        }
    }

    int freeClusters() {
        int free = 0;
        for (int cluster = 2; cluster < this.clusters + 2; cluster++) {
            free += getFat(cluster) == 0 ? 1 : 0;
        }
        return free;
    }

    // Directory

    /** A file found in the directory. */
    static final class Entry {
        String name;
        /** Index of the first of its entries (long name) and of the last one (short name). */
        int first;
        int last;
        int cluster;
        int size;
    }

    private int entry(int index) {
        int at = index * ENTRY;
        moveWindow(this.rootSector + at / this.sectorBytes);
        return at % this.sectorBytes;
    }

    List<Entry> list() {
        List<Entry> found = new ArrayList<>();
        char[] longName = new char[260];
        int ordinal = 0;
        int sum = 0;
        int length = 0;
        int first = 0;
        for (int i = 0; i < ROOT_ENTRIES; i++) {
            int at = entry(i);
            int mark = this.window[at] & 0xFF;
            if (mark == 0) {
                break;
            }
            int attributes = this.window[at + 11] & 0x3F;
            if (mark == DELETED || mark == '.' || attributes != LONG_NAME && (attributes & 0x18) != 0) {
                ordinal = 0;
                length = 0;
            } else if (attributes == LONG_NAME) {
                if ((mark & 0x40) != 0) {
                    ordinal = mark & 0x3F;
                    sum = this.window[at + 13] & 0xFF;
                    length = 0;
                    first = i;
                    Arrays.fill(longName, '\0');
                }
                boolean fits = ordinal > 0 && ordinal <= 20 && (mark & 0x3F) == ordinal
                        && (this.window[at + 13] & 0xFF) == sum;
                if (fits) {
                    for (int c = 0; c < 13; c++) {
                        char character = (char) get16(this.window, at + NAME_AT[c]);
                        longName[(ordinal - 1) * 13 + c] = character == 0xFFFF ? '\0' : character;
                    }
                    ordinal--;
                    length = ordinal == 0 ? 1 : 0;
                } else {
                    ordinal = 0;
                    length = 0;
                }
            } else {
                Entry file = new Entry();
                byte[] shortName = Arrays.copyOfRange(this.window, at, at + 11);
                boolean isLong = length == 1 && sum == sum(shortName);
                file.name = isLong ? new String(longName).trim() : shortName(shortName, this.window[at + 12]);
                int end = file.name.indexOf('\0');
                file.name = end < 0 ? file.name : file.name.substring(0, end);
                file.first = isLong ? first : i;
                file.last = i;
                file.cluster = get16(this.window, at + 26);
                file.size = get16(this.window, at + 28) | get16(this.window, at + 30) << 16;
                found.add(file);
                ordinal = 0;
                length = 0;
            }
        }
        return found;
    }

    private static final int[] NAME_AT = { 1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30 };

    Entry find(String name) {
        for (Entry file : list()) {
            if (file.name.equalsIgnoreCase(name)) {
                return file;
            }
        }
        return null;
    }

    private Entry register(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String body = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        boolean isShort = body.length() <= 8 && extension.length() <= 3 && body.indexOf('.') < 0 && oneCase(body)
                && oneCase(extension) && !body.isEmpty();
        byte[] shortName = isShort ? shortName(body, extension) : numberedName(name, body, extension);
        int longEntries = isShort ? 0 : (name.length() + 12) / 13;
        int first = freeEntries(longEntries + 1);
        for (int i = 0; i < longEntries; i++) {
            int ordinal = longEntries - i;
            int at = entry(first + i);
            Arrays.fill(this.window, at, at + ENTRY, (byte) 0);
            this.window[at] = (byte) (i == 0 ? ordinal | 0x40 : ordinal);
            this.window[at + 11] = LONG_NAME;
            this.window[at + 13] = (byte) sum(shortName);
            for (int c = 0; c < 13; c++) {
                int position = (ordinal - 1) * 13 + c;
                int character = position < name.length() ? name.charAt(position)
                        : position == name.length() ? 0 : 0xFFFF;
                put16(this.window, at + NAME_AT[c], character);
            }
            this.windowDirty = true;
        }
        int at = entry(first + longEntries);
        Arrays.fill(this.window, at, at + ENTRY, (byte) 0);
        System.arraycopy(shortName, 0, this.window, at, 11);
        this.window[at + 11] = 0x20;
        this.window[at + 12] = (byte) (isShort ? (isLower(body) ? 0x08 : 0) | (isLower(extension) ? 0x10 : 0) : 0);
        this.windowDirty = true;
        Entry file = new Entry();
        file.name = name;
        file.first = first;
        file.last = first + longEntries;
        return file;
    }

    private int freeEntries(int count) throws IOException {
        int run = 0;
        for (int i = 0; i < ROOT_ENTRIES; i++) {
            int mark = this.window[entry(i)] & 0xFF;
            run = mark == 0 || mark == DELETED ? run + 1 : 0;
            if (run == count) {
                return i - count + 1;
            }
        }
        throw new IOException("directory is full");
    }

    private static boolean oneCase(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isLower(String text) {
        return !text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static byte[] shortName(String body, String extension) {
        byte[] name = new byte[11];
        Arrays.fill(name, (byte) ' ');
        byte[] first = body.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        byte[] second = extension.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(first, 0, name, 0, first.length);
        System.arraycopy(second, 0, name, 8, second.length);
        return name;
    }

    private byte[] numberedName(String name, String body, String extension) {
        String plain = body.replace(".", "");
        String end = extension.substring(0, Math.min(3, extension.length()));
        for (int number = 1;; number++) {
            String tail = "~" + number;
            String start = plain;
            if (number > 5) {
                start = plain.substring(0, Math.min(2, plain.length()))
                        + String.format("%04X", (name.hashCode() + number) & 0xFFFF);
                tail = "~1";
            }
            byte[] candidate = shortName(start.substring(0, Math.min(8 - tail.length(), start.length())) + tail, end);
            if (!hasShortName(candidate)) {
                return candidate;
            }
        }
    }

    private boolean hasShortName(byte[] name) {
        for (int i = 0; i < ROOT_ENTRIES; i++) {
            int at = entry(i);
            if (this.window[at] == 0) {
                return false;
            }
            boolean file = (this.window[at] & 0xFF) != DELETED && this.window[at + 11] != LONG_NAME;
            if (file && Arrays.equals(name, Arrays.copyOfRange(this.window, at, at + 11))) {
                return true;
            }
        }
        return false;
    }

    private static String shortName(byte[] name, int flags) {
        String body = new String(name, 0, 8, StandardCharsets.ISO_8859_1).trim();
        String extension = new String(name, 8, 3, StandardCharsets.ISO_8859_1).trim();
        body = (flags & 0x08) != 0 ? body.toLowerCase(Locale.ROOT) : body;
        extension = (flags & 0x10) != 0 ? extension.toLowerCase(Locale.ROOT) : extension;
        return extension.isEmpty() ? body : body + "." + extension;
    }

    private static int sum(byte[] shortName) {
        int sum = 0;
        for (byte b : shortName) {
            sum = ((sum & 1) << 7 | sum >> 1) + (b & 0xFF) & 0xFF;
        }
        return sum;
    }

    void unlink(Entry file) throws IOException {
        for (int i = file.first; i <= file.last; i++) {
            int at = entry(i);
            this.window[at] = (byte) DELETED;
            this.windowDirty = true;
        }
        if (file.cluster != 0) {
            removeChain(file.cluster);
        }
        syncWindow();
    }

    // Files

    /** A file open for writing at its end, or for reading from its start. */
    final class OpenFile {
        private final Entry entry;
        private final byte[] buffer = new byte[FatVolume.this.sectorBytes];
        private int position;
        private int cluster;
        private int sector = -1;
        private boolean dirty;
        private boolean modified;

        private OpenFile(Entry entry) {
            this.entry = entry;
        }

        /** Moves to the cluster of the position if it is at the start of one. */
        private void nextCluster(boolean stretch) throws IOException {
            if (this.position % CLUSTER != 0) {
                return;
            }
            int next;
            if (this.position == 0) {
                next = this.entry.cluster;
                if (next == 0 && stretch) {
                    next = createChain(0);
                    this.entry.cluster = next;
                }
            } else {
                next = getFat(this.cluster);
                if (stretch && next >= 0xFF8) {
                    next = createChain(this.cluster);
                }
            }
            if (!isCluster(next)) {
                throw new IOException("internal error: no cluster for byte " + this.position + " of " + this.entry.name);
            }
            this.cluster = next;
        }

        private int sectorOfPosition() {
            return FatVolume.this.dataSector + (this.cluster - 2) * (CLUSTER / FatVolume.this.sectorBytes)
                    + this.position % CLUSTER / FatVolume.this.sectorBytes;
        }

        void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            this.modified = true;
            while (done < length) {
                nextCluster(true);
                int within = this.position % FatVolume.this.sectorBytes;
                int target = sectorOfPosition();
                if (within == 0 || target != this.sector) {
                    flushBuffer();
                    if (within != 0) {
                        FatVolume.this.disk.read(target, this.buffer);
                    }
                    this.sector = target;
                }
                int n = Math.min(length - done, FatVolume.this.sectorBytes - within);
                System.arraycopy(bytes, offset + done, this.buffer, within, n);
                this.dirty = true;
                this.position += n;
                this.entry.size = Math.max(this.entry.size, this.position);
                done += n;
            }
        }

        private void flushBuffer() {
            if (this.dirty) {
                FatVolume.this.disk.write(this.sector, this.buffer, "data");
                this.dirty = false;
            }
        }

        int read(byte[] target, int offset, int length) throws IOException {
            int done = 0;
            while (done < length && this.position < this.entry.size) {
                nextCluster(false);
                int within = this.position % FatVolume.this.sectorBytes;
                int n = Math.min(Math.min(length - done, FatVolume.this.sectorBytes - within),
                        this.entry.size - this.position);
                System.arraycopy(FatVolume.this.disk.image, sectorOfPosition() * FatVolume.this.sectorBytes + within,
                        target, offset + done, n);
                this.position += n;
                done += n;
            }
            return done;
        }

        void sync() {
            if (!this.modified) {
                return;
            }
            flushBuffer();
            int at = entry(this.entry.last);
            put16(FatVolume.this.window, at + 26, this.entry.cluster);
            put16(FatVolume.this.window, at + 28, this.entry.size);
            put16(FatVolume.this.window, at + 30, this.entry.size >> 16);
            FatVolume.this.windowDirty = true;
            syncWindow();
            this.modified = false;
        }
    }

    OpenFile open(String name) throws IOException {
        Entry file = find(name);
        if (file == null) {
            throw new IOException("no file " + name);
        }
        return new OpenFile(file);
    }

    OpenFile create(String name) throws IOException {
        Entry file = find(name);
        OpenFile open = new OpenFile(file == null ? register(name) : file);
        if (file != null && file.cluster != 0) {
            int at = entry(file.last);
            put16(this.window, at + 26, 0);
            put16(this.window, at + 28, 0);
            put16(this.window, at + 30, 0);
            this.windowDirty = true;
            removeChain(file.cluster);
            this.lastAllocated = Math.max(1, file.cluster - 1);
            file.cluster = 0;
            file.size = 0;
        }
        open.modified = true;
        return open;
    }

    OpenFile append(String name) throws IOException {
        Entry file = find(name);
        if (file == null) {
            return create(name);
        }
        OpenFile open = new OpenFile(file);
        while (open.position < file.size) {
            open.nextCluster(false);
            open.position += Math.min(CLUSTER, file.size - open.position);
        }
        return open;
    }

    private static int get16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
