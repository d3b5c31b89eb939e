package space.opensensor.xtensa;

import java.io.IOException;

import space.opensensor.device.RawSpool;

/** The spool on the partition of the mocks, which stand before the natives on the class path. */
public final class NativesMain {

    private NativesMain() {
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("cuts=" + new RawSpool().run(new Recorder("partition.bin")));
    }
}
