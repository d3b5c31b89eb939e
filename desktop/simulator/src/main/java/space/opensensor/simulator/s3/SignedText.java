package space.opensensor.simulator.s3;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a presigned URL's signature covers, worked out from the URL alone: to be laid beside the CanonicalRequest and
 * StringToSign that a store sends back with SignatureDoesNotMatch. Holds no secret.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating requests: query
 *      parameters</a>
 */
public final class SignedText {

    private SignedText() {
    }

    /** @return task 1 of the signature. */
    public static String canonicalRequest(String method, String url) {
        int hostStart = url.indexOf("://") + 3;
        int pathStart = url.indexOf('/', hostStart);
        int queryStart = url.indexOf('?', pathStart) + 1;
        int queryEnd = url.indexOf("&X-Amz-Signature=");
        return method + "\n" + url.substring(pathStart, queryStart - 1) + "\n" + url.substring(queryStart, queryEnd)
                + "\nhost:" + url.substring(hostStart, pathStart) + "\n\nhost\nUNSIGNED-PAYLOAD";
    }

    /** @return task 2 of the signature. */
    public static String stringToSign(String method, String url) {
        String credential = parameter(url, "X-Amz-Credential=");
        String scope = credential.substring(credential.indexOf("%2F") + 3).replace("%2F", "/");
        return "AWS4-HMAC-SHA256\n" + parameter(url, "X-Amz-Date=") + "\n" + scope + "\n"
                + sha256(canonicalRequest(method, url));
    }

    private static String parameter(String url, String name) {
        int start = url.indexOf(name) + name.length();
        return url.substring(start, url.indexOf('&', start));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
