package space.opensensor.spool;

import space.opensensor.bytes.Ascii;

/** Files, oldest first: segments of the archive before those of the log, objects in the order of what they replace. */
final class FileList {

    private StoredFile[] files = new StoredFile[16];
    private int count;

    int count() {
        return this.count;
    }

    StoredFile get(int position) {
        return this.files[position];
    }

    void add(StoredFile file) {
        if (this.count == this.files.length) {
            StoredFile[] more = new StoredFile[2 * this.count];
            System.arraycopy(this.files, 0, more, 0, this.count);
            this.files = more;
        }
        int at = this.count;
        while (at > 0 && file.isBefore(this.files[at - 1])) {
            this.files[at] = this.files[at - 1];
            at--;
        }
        this.files[at] = file;
        this.count++;
    }

    void remove(StoredFile file) {
        int kept = 0;
        for (int i = 0; i < this.count; i++) {
            if (this.files[i] != file) {
                this.files[kept++] = this.files[i];
            }
        }
        if (kept < this.count) {
            this.files[kept] = null;
        }
        this.count = kept;
    }

    boolean contains(StoredFile file) {
        for (int i = 0; i < this.count; i++) {
            if (this.files[i] == file) {
                return true;
            }
        }
        return false;
    }

    /** @return the object of that name, in any case; null if there is none. */
    StoredFile find(String name) {
        for (int i = 0; i < this.count; i++) {
            if (Ascii.equalsIgnoreCase(name, this.files[i].name)) {
                return this.files[i];
            }
        }
        return null;
    }
}
