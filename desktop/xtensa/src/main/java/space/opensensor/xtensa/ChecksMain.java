package space.opensensor.xtensa;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;

/** Entry point of what the station's day does not reach: every body mode, test vectors, values at every edge, exceptions. */
public final class ChecksMain {

    private ChecksMain() {
    }

    /**
     * Runs a check.
     *
     * @param arguments {@code uploads}, {@code digests}, {@code signatures}, {@code values} or {@code exceptions}.
     * @throws IllegalArgumentException if there is no such check.
     */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        String check = arguments.length == 0 ? "" : arguments[0];
        if (check.equals("uploads")) {
            new Uploads().run();
        } else if (check.equals("digests")) {
            new Digests().run();
        } else if (check.equals("signatures")) {
            new Signatures().run();
        } else if (check.equals("values")) {
            new NastyValues().run();
        } else if (check.equals("exceptions")) {
            new Exceptions().run();
        } else {
            throw new IllegalArgumentException("check \"" + check + "\": there are uploads, digests, signatures, values and exceptions");
        }
        System.out.println("done=" + check);
    }
}
