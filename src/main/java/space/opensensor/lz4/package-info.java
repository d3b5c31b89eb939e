/**
 * Compresses into one LZ4 block (no frame), as Parquet's LZ4_RAW codec stores it, with plain arrays only.
 *
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4 block format description</a>
 */
package space.opensensor.lz4;
