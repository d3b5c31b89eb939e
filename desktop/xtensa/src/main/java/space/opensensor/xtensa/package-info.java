/**
 * The station of the product on an emulated Xtensa core: what stands in for sensors, flash and network there, and the
 * programs that run on it and, to compare, on a JDK.
 * <p>
 * Every program writes all that left the station into files of the working directory. {@code Host} exists twice: for the
 * JDK in {@code src/jdk}, for code compiled ahead of time in {@code src/teavm}.
 */
package space.opensensor.xtensa;
