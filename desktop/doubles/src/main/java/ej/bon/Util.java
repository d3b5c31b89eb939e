package ej.bon;

import space.opensensor.doubles.Board;

/** Double of the platform's clocks. */
public final class Util {

    private static final long START = System.nanoTime();

    private Util() {
    }

    public static long currentTimeMillis() {
        return Board.wallMillis();
    }

    public static long platformTimeMillis() {
        return (System.nanoTime() - START) / 1000000;
    }

    public static void setCurrentTimeMillis(long millis) {
        Board.wallMillis(millis);
    }
}
