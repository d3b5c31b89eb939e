package com.is2t.hil;

/** Double of the bridge between the Simulator and a mock; on a JDK arrays are shared and nothing is to be copied. */
public final class HIL {

    private static final NativeInterface INSTANCE = new NativeInterface();

    private HIL() {
    }

    public static NativeInterface getInstance() {
        return INSTANCE;
    }
}
