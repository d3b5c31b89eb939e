package ej.sni;

import java.io.IOException;

/** Double of the exception that a native throws; only the platform makes one. */
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
