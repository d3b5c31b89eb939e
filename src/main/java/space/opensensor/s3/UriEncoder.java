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

    private static final String DIGITS = "0123456789ABCDEF";

    private UriEncoder() {
    }

    /** Writes {@code text}; a slash stays a slash if {@code keepSlash}. */
    static void encode(String text, boolean keepSlash, ByteWriter out) {
        byte[] bytes = Utf8.encode(text);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (isUnreserved(b) || keepSlash && b == '/') {
                out.writeByte(b);
            } else {
                out.writeByte('%');
                out.writeByte(DIGITS.charAt(b >>> 4));
                out.writeByte(DIGITS.charAt(b & 15));
            }
        }
    }

    private static boolean isUnreserved(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '.' || b == '_'
                || b == '~';
    }
}
