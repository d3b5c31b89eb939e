package space.opensensor.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What has to outlive an interruption of an upload in parts: two lines, where to and the store's id of the upload. */
final class UploadState {

    private final Path file;
    private final String target;

    /**
     * Names a state that is there already, or is to be kept.
     *
     * @param target URL of the object.
     */
    UploadState(Path file, String target) {
        this.file = file;
        this.target = target;
    }

    /**
     * Returns the id of the upload that was interrupted.
     *
     * @return null if there is none.
     * @throws Failure if the file is about another object, or something else.
     */
    String uploadId() throws IOException {
        if (!Files.exists(this.file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(this.file);
        if (lines.size() != 2 || !lines.get(0).equals(this.target)) {
            throw Failure.failed(this.file + ": is not the state of an upload to " + this.target
                    + "; delete it to upload from the start");
        }
        return lines.get(1);
    }

    /** Keeps the id of an upload that begins; forgets it at its end, if null. */
    void keep(String uploadId) throws IOException {
        if (uploadId == null) {
            Files.deleteIfExists(this.file);
            return;
        }
        Path made = Files.writeString(this.file.resolveSibling(this.file.getFileName() + ".tmp"),
                this.target + "\n" + uploadId + "\n");
        Files.move(made, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
