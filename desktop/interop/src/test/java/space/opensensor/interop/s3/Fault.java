package space.opensensor.interop.s3;

/** What goes wrong with one request. {@link #id} replays it. */
record Fault(int request, Kind kind, int at, int status, String code) {

    enum Kind {
        /** The connection is reset after {@code at} bytes of the request. */
        CUT_REQUEST,
        /** The request arrives, the connection is reset after {@code at} bytes of the response. */
        CUT_RESPONSE,
        /** The request arrives, the response ends cleanly after {@code at} bytes. */
        END_RESPONSE,
        /** After {@code at} bytes of the response nothing comes any more. */
        STALL_RESPONSE,
        /** The request does not arrive; {@code status} and {@code code} are the answer. */
        REFUSE,
        /** The request is carried out, yet {@code status} and {@code code} are the answer. */
        REFUSE_AFTER,
        /** The answer {@code status}, {@code code} comes when {@code at} bytes of the request have been read. */
        EARLY,
        /** The request is carried out twice. */
        DUPLICATE
    }

    String id() {
        return "request " + this.request + " " + this.kind + " at " + this.at + " " + this.status + " " + this.code;
    }
}
