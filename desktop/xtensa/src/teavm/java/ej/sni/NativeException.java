package ej.sni;

/** What a native throws that may not throw an IOException. */
public class NativeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    public NativeException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    public int getErrorCode() {
        return this.errorCode;
    }
}
