package space.opensensor.xtensa;

import java.io.IOException;

/** Entry point of the station alone: what is linked here is what a board would hold. */
public final class StationMain {

    private StationMain() {
    }

    /**
     * Runs a station.
     *
     * @param arguments {@code day}, and how many windows of it (all if left out); or {@code outage}, six hours without network;
     *        or {@code readings}; or {@code window} and the name of one variant.
     * @throws IllegalArgumentException if there is no such program.
     */
    public static void main(String[] arguments) throws IOException {
        String program = arguments.length == 0 ? "" : arguments[0];
        String option = arguments.length < 2 ? "" : arguments[1];
        if (program.equals("day")) {
            new Day(option).run();
        } else if (program.equals("outage")) {
            new Day("24").runWithoutNetwork();
        } else if (program.equals("readings")) {
            new Day("1").takeReadings();
        } else if (program.equals("window")) {
            new WindowCost().run(option);
        } else {
            throw new IllegalArgumentException("program \"" + program + "\": there are day, outage, readings and window");
        }
        System.out.println("done=" + program);
    }
}
