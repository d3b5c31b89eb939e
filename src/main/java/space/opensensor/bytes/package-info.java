/** Bytes: little-endian writing into one array, CRC-32, hexadecimal. */
package space.opensensor.bytes;
