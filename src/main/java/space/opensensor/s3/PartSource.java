package space.opensensor.s3;

import java.io.IOException;

/** Content that is uploaded in parts; its length need not be known in advance. */
public interface PartSource {

    /**
     * Returns a part. Called in order, and again for parts that the store lacks.
     *
     * @param number from 1 on.
     * @return the same bytes at every call, 5 MiB or more for all parts but the last; null behind the last part.
     * @throws IOException if the content cannot be read.
     */
    Body part(int number) throws IOException;
}
