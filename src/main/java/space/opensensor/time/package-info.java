/**
 * Time from the network: an SNTP client (RFC 4330) that checks what servers say, and the running estimate of the time and
 * of the drift of the board's crystal between two answers.
 */
package space.opensensor.time;
