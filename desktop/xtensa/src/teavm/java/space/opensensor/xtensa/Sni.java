package space.opensensor.xtensa;

import java.io.IOException;

import ej.sni.NativeException;
import ej.sni.NativeIOException;

import org.teavm.interop.Import;

import space.opensensor.bytes.Utf8;

/** What the VM does when a native returns. */
public final class Sni {

    private static final byte[] MESSAGE = new byte[100];

    private Sni() {
    }

    /** Throws the exception that the native has asked for, if any. */
    public static void throwPending() throws IOException {
        int code = code();
        if (code != 0) {
            boolean checked = isChecked();
            String message = Utf8.decode(MESSAGE, 0, takeMessage(MESSAGE));
            if (checked) {
                throw new NativeIOException(code, message);
            }
            throw new NativeException(code, message);
        }
    }

    @Import(name = "sni_code")
    private static native int code();

    @Import(name = "sni_is_checked")
    private static native boolean isChecked();

    @Import(name = "sni_take_message")
    private static native int takeMessage(byte[] target);
}
