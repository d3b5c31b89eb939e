package ej.bon;

import space.opensensor.doubles.Board;

/** Double of the platform's clocks. */
public final class Util {

    private Util() {
    }

    public static long currentTimeMillis() {
        return Board.wallMillis();
    }

    public static long platformTimeMillis() {
        return Board.platformMillis();
    }

    public static void setCurrentTimeMillis(long millis) {
        Board.wallMillis(millis);
    }
}
