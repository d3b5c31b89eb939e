/**
 * Spool: readings on flash until they are uploaded. A log of framed payloads, cut into segments, and a queue of finished
 * objects, over the few file operations that a board's FAT volume offers. {@code docs/spool-format.md} has every bit.
 */
package space.opensensor.spool;
