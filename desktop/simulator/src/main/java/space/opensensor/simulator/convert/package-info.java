/** Any CSV file through the firmware's Parquet writer: column types, options, two passes over the file. */
package space.opensensor.simulator.convert;
