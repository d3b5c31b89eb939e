/**
 * Compresses into the raw Snappy block format (no framing), as Parquet's SNAPPY codec stores it, with plain arrays only.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy compressed format
 *      description</a>
 */
package space.opensensor.snappy;
