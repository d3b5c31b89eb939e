package ej.sni;

import java.io.IOException;

/** What a native throws that may throw an IOException. */
public class NativeIOException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    public NativeIOException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    public int getErrorCode() {
        return this.errorCode;
    }
}
