/**
 * Writes Apache Parquet files (format 2.13) to a stream, in an amount of memory that is fixed by the configuration.
 * <p>
 * {@link space.opensensor.parquet.Schema} and {@link space.opensensor.parquet.WriterOptions} describe the file,
 * {@link space.opensensor.parquet.ParquetWriter} takes rows. The other classes are named after the nouns of the format:
 * row group, column chunk, page, encodings, statistics, indexes, footer.
 */
package space.opensensor.parquet;
