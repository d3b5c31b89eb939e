/**
 * What compressors of the family of LZ77 share: arguments and hashes of the input. The formats themselves and the searches
 * that know what each of their parts costs are in the packages above.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1977.1055714">J. Ziv, A. Lempel: A universal algorithm for sequential data
 *      compression (1977)</a>
 */
package space.opensensor.lz77;
