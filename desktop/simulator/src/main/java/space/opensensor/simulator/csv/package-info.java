/** CSV files (RFC 4180 with a header row): rows with their lines, and the kind of data each column holds. */
package space.opensensor.simulator.csv;
