package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.RequestOutput;

/** The body of one request as it goes out: how it is announced, hashed and framed. */
interface Payload {

    /**
     * Adds the signed headers that announce the body and sets the payload hash.
     *
     * @throws IOException if the body must be read for that and cannot be.
     */
    void announce(S3Request request) throws IOException;

    /** Returns the bytes that go out, framing of aws-chunked included. */
    long encodedLength();

    /** Returns whether it goes out in HTTP chunked transfer coding instead of with Content-Length. */
    boolean isTransferChunked();

    /** Writes the body, after the request was signed with {@code signer}. */
    void write(RequestOutput out, Signer signer) throws IOException;
}
