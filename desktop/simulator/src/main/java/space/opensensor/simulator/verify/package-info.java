/** DuckDB as the outside judge: reads the files that the station wrote and compares each value. */
package space.opensensor.simulator.verify;
