package space.opensensor.xtensa;

import java.io.IOException;

/** Entry point: the first argument names the program. */
public final class Main {

    private Main() {
    }

    /**
     * Runs a program.
     *
     * @param arguments name of the program, then its options.
     * @throws IllegalArgumentException if there is no such program.
     */
    public static void main(String[] arguments) throws IOException {
        String program = arguments.length == 0 ? "" : arguments[0];
        String option = arguments.length < 2 ? "" : arguments[1];
        if (program.equals("day")) {
            new Day(option).run();
        } else if (program.equals("window")) {
            new WindowCost().run(option);
        } else if (program.equals("uploads")) {
            new Uploads().run();
        } else if (program.equals("values")) {
            new NastyValues().run();
        } else if (program.equals("exceptions")) {
            new Exceptions().run();
        } else {
            throw new IllegalArgumentException(
                    "program \"" + program + "\": there are day, window, uploads, values and exceptions");
        }
        System.out.println("done=" + program);
    }
}
