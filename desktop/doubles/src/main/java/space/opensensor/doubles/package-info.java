/**
 * The board that the doubles of {@code ej.*} and {@code com.espressif.*} pretend to run on. The doubles themselves declare
 * what the device package uses of the platform and nothing more; what a test sets and sees is here.
 */
package space.opensensor.doubles;
