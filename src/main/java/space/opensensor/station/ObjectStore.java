package space.opensensor.station;

import java.io.IOException;

import space.opensensor.s3.Body;

/** Where finished files go. */
public interface ObjectStore {

    /**
     * Stores an object unless another one has its key. It is stored exactly once, however often this is called.
     *
     * @param key of at most 1,024 bytes.
     * @param body can be opened again for another attempt.
     * @return true if the object is there and verified; false if the key holds an object with other bytes.
     * @throws IOException if it is not known to be there: the call may be repeated later.
     */
    boolean store(String key, Body body) throws IOException;
}
