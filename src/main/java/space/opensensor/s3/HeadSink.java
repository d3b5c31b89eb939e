package space.opensensor.s3;

import space.opensensor.http.RequestOutput;

/** Puts the head of a request into the send buffer, which is made to hold the longest head. */
final class HeadSink implements ByteSink {

    private RequestOutput out;

    void open(RequestOutput newOut) {
        this.out = newOut;
    }

    @Override
    public void put(int c) {
        this.out.array()[this.out.position()] = (byte) c;
        this.out.advance(1);
    }

    @Override
    public void put(byte[] bytes, int offset, int length) {
        System.arraycopy(bytes, offset, this.out.array(), this.out.position(), length);
        this.out.advance(length);
    }

    void put(String ascii) {
        CanonicalRequest.put(ascii, this);
    }
}
