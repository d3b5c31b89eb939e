package space.opensensor.s3;

import java.io.IOException;

/** Where presigned URLs come from, for devices that hold no key. */
public interface PresignedUrls {

    /**
     * Returns a URL for one operation on one object.
     *
     * @param method GET, PUT, HEAD or DELETE.
     * @param key of the object.
     * @return {@code http[s]://host[:port]/path?query}, signed for the headers host and no other.
     * @throws IOException if there is none now.
     */
    String url(String method, String key) throws IOException;
}
