package space.opensensor.s3;

import space.opensensor.bytes.ByteWriter;
import space.opensensor.bytes.Utf8;

/**
 * URI encoding of signature version 4: every byte of the UTF-8 form but {@code A-Z a-z 0-9 - . _ ~} becomes
 * {@code %XX}, upper case. S3 wants it once, without normalising the path; the same form goes out on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">UriEncode()</a>
 */
final class UriEncoder {

    /** A bit for each unreserved byte below 64, and from 64 to 127. */
    private static final long UNRESERVED = 0x3FF600000000000L;
    private static final long UNRESERVED_FROM_64 = 0x47FFFFFE87FFFFFEL;

    private static final String DIGITS = "0123456789ABCDEF";

    private UriEncoder() {
    }

    /** Writes {@code text}; a slash stays a slash if {@code keepSlash}. */
    static void encode(String text, boolean keepSlash, ByteWriter out) {
        for (int i = 0, n = text.length(); i < n; i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                encode(Utf8.encode(text.substring(i)), keepSlash, out);
                return;
            }
            encode(c, keepSlash, out);
        }
    }

    private static void encode(byte[] bytes, boolean keepSlash, ByteWriter out) {
        for (int i = 0; i < bytes.length; i++) {
            encode(bytes[i] & 0xFF, keepSlash, out);
        }
    }

    private static void encode(int b, boolean keepSlash, ByteWriter out) {
        if (isUnreserved(b) || keepSlash && b == '/') {
            out.writeByte(b);
        } else {
            out.writeByte('%');
            out.writeByte(DIGITS.charAt(b >>> 4));
            out.writeByte(DIGITS.charAt(b & 15));
        }
    }

    private static boolean isUnreserved(int b) {
        long set = b < 64 ? UNRESERVED : b < 128 ? UNRESERVED_FROM_64 : 0;
        return (set >>> (b & 63) & 1) != 0;
    }
}
