/** Writes the compact protocol of Apache Thrift, the form of all Parquet metadata. */
package space.opensensor.thrift;
