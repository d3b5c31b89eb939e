package space.opensensor.interop.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature version 4 written a second time, from the AWS pages, for a server that believes nothing. */
final class ReferenceSignature {

    private ReferenceSignature() {
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] key(String secret, String day, String region) {
        byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(key, region), "s3"), "aws4_request");
    }

    static String sign(byte[] key, String stringToSign) {
        return HexFormat.of().formatHex(hmac(key, stringToSign));
    }

    static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    static String encode(byte[] bytes, String unescaped) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0 || unescaped.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    /** Returns the query's parameters, decoded; names that come twice are not expected. */
    static Map<String, String> query(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(new String(decode(name), StandardCharsets.UTF_8), new String(decode(value), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String canonicalQuery(Map<String, String> parameters, String without) {
        Map<String, String> encoded = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!name.equals(without)) {
                encoded.put(encode(name.getBytes(StandardCharsets.UTF_8), ""),
                        encode(value.getBytes(StandardCharsets.UTF_8), ""));
            }
        });
        StringBuilder out = new StringBuilder();
        encoded.forEach((name, value) -> out.append(out.length() == 0 ? "" : "&").append(name).append('=').append(value));
        return out.toString();
    }
}
