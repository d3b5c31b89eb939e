/** The codecs against other implementations: what they decode, and how large their own output is. */
package space.opensensor.interop.codec;
