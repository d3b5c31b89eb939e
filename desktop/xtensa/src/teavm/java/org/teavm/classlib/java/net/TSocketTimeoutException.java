package org.teavm.classlib.java.net;

import java.io.InterruptedIOException;

/** What a socket throws whose time limit has passed; the class library of the compiler has no sockets. */
public class TSocketTimeoutException extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    /** Says nothing more. */
    public TSocketTimeoutException() {
        super();
    }
}
