package space.opensensor.simulator;

/** Ends a command with an exit status and one line on stderr: the thing, its value and what is allowed. */
public final class Failure extends RuntimeException {

    /** Exit status of work that was understood and did not succeed. */
    public static final int FAILED = 1;
    /** Exit status of a command line or configuration that asks for something impossible. */
    public static final int USAGE = 2;

    private static final long serialVersionUID = 1L;

    private final int status;

    private Failure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The work could not be done: input, file, server. */
    public static Failure failed(String message) {
        return new Failure(FAILED, message, null);
    }

    /** The work could not be done, with the cause that {@code --debug} shows. */
    public static Failure failed(String message, Throwable cause) {
        return new Failure(FAILED, message, cause);
    }

    /** The command line asks for something impossible. */
    public static Failure usage(String message) {
        return new Failure(USAGE, message, null);
    }

    /** @return the exit status of the process. */
    public int status() {
        return this.status;
    }
}
