/**
 * Power cuts: models of flash that can be stopped at every operation, and campaigns that stop them there, look at what a
 * reboot finds, and count. {@code -Dreplay=ID} repeats the one case that a failure names.
 */
package space.opensensor.interop.spool;
