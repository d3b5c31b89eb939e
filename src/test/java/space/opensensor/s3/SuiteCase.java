package space.opensensor.s3;

import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.Sha256;

/** One case of the AWS test suite: its request, as text, taken apart. */
final class SuiteCase {

    final String name;
    final boolean normalizes;
    final boolean signsBody;
    final boolean omitsToken;
    private final String token;
    private final String text;

    SuiteCase(String[] lines, int at) {
        this.name = lines[at];
        String flags = lines[at + 1];
        this.normalizes = flags.startsWith("true");
        int second = flags.indexOf(' ') + 1;
        this.signsBody = flags.startsWith("true", second);
        int third = flags.indexOf(' ', second) + 1;
        this.omitsToken = flags.startsWith("true", third);
        this.token = flags.substring(flags.indexOf(' ', third) + 1);
        this.text = unescape(lines[at + 2]);
    }

    static String unescape(String line) {
        return line.replace("\\n", "\n").replace("\\\\", "\\");
    }

    Credentials credentials(boolean withoutToken) {
        return new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                withoutToken || this.token.equals("-") ? null : this.token, Credentials.NEVER);
    }

    /** Returns the request; its path is normalised if the case says so, as every service but S3 wants it. */
    S3Request request() {
        S3Request request = new S3Request(4096);
        int lineEnd = this.text.indexOf('\n');
        String target = this.text.substring(this.text.indexOf(' ') + 1, this.text.lastIndexOf(" HTTP/1.1", lineEnd));
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        request.begin(this.text.substring(0, this.text.indexOf(' ')), this.normalizes ? normalize(path) : path);
        if (question >= 0) {
            query(request, target.substring(question + 1));
        }
        int end = this.text.indexOf("\n\n");
        headers(request, end < 0 ? this.text.substring(lineEnd + 1) : this.text.substring(lineEnd + 1, end));
        request.payloadHash(hash(end < 0 ? "" : this.text.substring(end + 2)));
        return request;
    }

    private static String hash(String body) {
        Sha256 sha = new JavaSha256();
        byte[] bytes = Utf8.encode(body);
        byte[] digest = new byte[Sha256.DIGEST_BYTES];
        sha.update(bytes, 0, bytes.length);
        sha.digest(digest, 0);
        return Hex.encode(digest);
    }

    private static void query(S3Request request, String query) {
        for (int start = 0; start < query.length();) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            String pair = query.substring(start, end);
            int equals = pair.indexOf('=');
            request.query(decode(equals < 0 ? pair : pair.substring(0, equals)),
                    decode(equals < 0 ? "" : pair.substring(equals + 1)));
            start = end + 1;
        }
    }

    private static String decode(String text) {
        byte[] bytes = Utf8.encode(text);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                bytes[length++] = Hex.decode(Utf8.decode(bytes, i + 1, 2))[0];
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return Utf8.decode(bytes, 0, length);
    }

    private static void headers(S3Request request, String lines) {
        String left = lines.replace("\n ", " ");
        while (left.length() > 0) {
            int newline = left.indexOf('\n');
            String line = newline < 0 ? left : left.substring(0, newline);
            int colon = line.indexOf(':');
            request.header(line.substring(0, colon).toLowerCase(), line.substring(colon + 1));
            left = newline < 0 ? "" : left.substring(newline + 1);
        }
    }

    /** Removes dot segments and empty segments (RFC 3986, section 5.2.4, and AWS for services other than S3). */
    private static String normalize(String path) {
        String result = "";
        for (int start = 1; start <= path.length();) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (segment.equals("..")) {
                result = result.substring(0, Math.max(0, result.lastIndexOf('/')));
            } else if (segment.length() > 0 && !segment.equals(".")) {
                result += "/" + segment;
            }
            start = end + 1;
        }
        return path.endsWith("/") && result.length() > 0 || result.length() == 0 ? result + "/" : result;
    }
}
