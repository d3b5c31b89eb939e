package space.opensensor.s3;

import space.opensensor.http.HttpException;

/** References of XML 1.0 (sections 4.1 and 4.6): five names and numbers. */
final class XmlReference {

    private XmlReference() {
    }

    /**
     * Returns the code point of what lies between {@code &} and {@code ;}.
     *
     * @throws HttpException if there is no such reference.
     */
    static int resolve(String name) throws HttpException {
        if (name.equals("amp")) {
            return '&';
        }
        if (name.equals("lt")) {
            return '<';
        }
        if (name.equals("gt")) {
            return '>';
        }
        if (name.equals("quot")) {
            return '"';
        }
        if (name.equals("apos")) {
            return '\'';
        }
        return number(name);
    }

    private static int number(String name) throws HttpException {
        boolean hexadecimal = name.startsWith("#x");
        int start = hexadecimal ? 2 : 1;
        int value = name.length() > start && name.charAt(0) == '#' ? 0 : -1;
        for (int i = start; i < name.length() && value >= 0 && value <= 0x10FFFF; i++) {
            int digit = Character.digit(name.charAt(i), hexadecimal ? 16 : 10);
            value = digit < 0 ? -1 : value * (hexadecimal ? 16 : 10) + digit;
        }
        if (value < 0 || value > 0x10FFFF) {
            throw new HttpException("reference in the XML of the response is malformed");
        }
        return value;
    }

    /** Returns a code point as a text. */
    static String text(int codePoint) {
        if (codePoint < 0x10000) {
            return String.valueOf((char) codePoint);
        }
        char[] pair = {(char) (0xD7C0 + (codePoint >>> 10)), (char) (0xDC00 | codePoint & 0x3FF)};
        return new String(pair);
    }
}
