/**
 * The station: readings, windows, Parquet files of a window, and their way into S3.
 * <p>
 * {@link space.opensensor.station.Station} is what the board, the simulator and the tests run. It needs the ports
 * {@link space.opensensor.station.Sensors} and {@link space.opensensor.station.Clock}, a
 * {@link space.opensensor.spool.Spool} and, unless it stays offline, an {@link space.opensensor.station.ObjectStore}.
 */
package space.opensensor.station;
