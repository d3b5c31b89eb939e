package space.opensensor.xtensa;

import java.io.IOException;

import space.opensensor.device.NativeCalls;
import space.opensensor.device.RawSpool;

/** Entry point of the natives under compiled Java. */
public final class NativesMain {

    private NativesMain() {
    }

    /** Calls them all, then runs the spool on the partition behind them. */
    public static void main(String[] arguments) throws IOException {
        NativeCalls.run();
        System.out.println("cuts=" + new RawSpool().run(new Recorder("partition.bin")));
    }
}
