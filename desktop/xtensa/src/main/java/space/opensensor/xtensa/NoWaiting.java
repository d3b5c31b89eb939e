package space.opensensor.xtensa;

import space.opensensor.s3.Sleeper;

/** Ends the run when an upload wants to be repeated: the recorded network never fails. */
final class NoWaiting implements Sleeper {

    @Override
    public void sleep(long millis) {
        throw new IllegalStateException("an upload wants to be repeated in " + millis + " ms");
    }
}
