/**
 * The desktop command line behind {@code ./station}: the station on a virtual clock with a real S3 server, and the
 * Parquet writer and S3 client for people.
 */
package space.opensensor.simulator;
