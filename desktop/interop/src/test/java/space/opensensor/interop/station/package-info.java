/** The whole station, from sensor to store, with the power cut at every step of it. */
package space.opensensor.interop.station;
