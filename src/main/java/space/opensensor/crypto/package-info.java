/** SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104): the platform's where it has them, own code otherwise. */
package space.opensensor.crypto;
