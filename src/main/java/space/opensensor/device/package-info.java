/**
 * The board: what the station needs of an ESP32-S3 with the MicroEJ VEE Port, and the main class that puts it together.
 * <p>
 * The only package that knows {@code ej.*} and {@code com.espressif.*}. Classes named {@code …Natives} hold native methods
 * and nothing else, as a mock takes the place of the whole class. No native waits for a device longer than a tick:
 * sensors are measured by a task in C, whose latest result Java asks for, and a job that takes long suspends its thread.
 */
package space.opensensor.device;
