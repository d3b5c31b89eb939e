/**
 * The board: what the station needs of an ESP32-S3 with the MicroEJ VEE Port, and the main class that puts it together.
 * <p>
 * The only package that knows {@code ej.*} and {@code com.espressif.*}. Classes named {@code …Natives} hold native methods
 * and nothing else, as a mock takes the place of the whole class. No native waits for a device: what takes longer than a
 * tick is done by a task in C, and Java asks for the latest result.
 */
package space.opensensor.device;
