package space.opensensor.s3;

import java.io.IOException;

/** Keeps the id of an upload in parts, so that it can go on after a restart. */
public interface UploadIdListener {

    /**
     * Called when the store has given the id, before the first part is sent, and when the upload is at its end.
     *
     * @param uploadId all that is needed, with the key, to resume; null when there is nothing left to resume: the object
     *        is there, or its parts were given up.
     * @throws IOException if it cannot be kept.
     */
    void uploadId(String uploadId) throws IOException;
}
