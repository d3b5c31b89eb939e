package space.opensensor.s3;

import java.io.IOException;

/** Keeps the id of an upload in parts, so that it can go on after a restart. */
public interface UploadIdListener {

    /**
     * Called when the store has given the id, before the first part is sent.
     *
     * @param uploadId all that is needed, with the key, to resume.
     * @throws IOException if it cannot be kept; the upload is given up.
     */
    void started(String uploadId) throws IOException;
}
