package space.opensensor.interop.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * One bucket that checks all that S3 is documented to check, and what no local server does: chunk, trailer and last-chunk
 * signatures, trailer check sums, the least chunk size, the clock, every header signed. Path style.
 */
final class StrictStore {

    static final String KEY = "AKIDSTRICT0000000001";
    static final String SECRET = "strict/secret+ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String BUCKET = "strict-bucket";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DateTimeFormatter AMZ = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    final Map<String, byte[]> objects = new TreeMap<>();
    final Map<String, String> multipartEtags = new HashMap<>();
    final Map<String, Integer> writes = new HashMap<>();
    final Map<String, TreeMap<Integer, byte[]>> uploads = new TreeMap<>();
    final List<String> log = new ArrayList<>();
    String region = "eu-test-1";
    String token;
    Instant now = NOW;
    boolean conditional = true;
    boolean awsChunked = true;
    boolean md5Etags = true;
    boolean storesFraming;
    private int requests;

    /** A refusal on its way out. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
        final int status;
        final String code;
        final String more;

        Refusal(int status, String code, String more) {
            super(code + " " + more, null, false, false);
            this.status = status;
            this.code = code;
            this.more = more;
        }
    }

    /** Answers a complete request. */
    byte[] handle(WireRequest request) {
        this.requests++;
        try {
            byte[] answer = serve(request);
            this.log.add(request.method + " " + request.target + " done");
            return answer;
        } catch (Refusal e) {
            this.log.add(request.method + " " + request.target + " " + e.getMessage());
            return refuse(request, e.status, e.code, e.more);
        }
    }

    byte[] refuse(WireRequest request, int status, String code, String more) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>Refused: " + code
                + "</Message>" + more + "<StringToSign>AWS4-HMAC-SHA256 secret things</StringToSign><RequestId>REQ"
                + this.requests + "</RequestId><HostId>HOST/id=</HostId></Error>";
        return response(request, status, "", xml.getBytes(StandardCharsets.UTF_8));
    }

    byte[] response(WireRequest request, int status, String headers, byte[] body) {
        String head = "HTTP/1.1 " + status + " Text\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(this.now, ZoneOffset.UTC))
                        .replace(", 1 ", ", 01 ")
                + "\r\nx-amz-request-id: REQ" + this.requests + "\r\nx-amz-id-2: HOST/id=\r\n" + headers
                + (status == 204 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        if (request == null || !request.method.equals("HEAD")) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private static void require(boolean condition, int status, String code, String more) {
        if (!condition) {
            throw new Refusal(status, code, more);
        }
    }

    private byte[] serve(WireRequest request) {
        int question = request.target.indexOf('?');
        String path = question < 0 ? request.target : request.target.substring(0, question);
        Map<String, String> query = ReferenceSignature.query(question < 0 ? "" : request.target.substring(question + 1));
        String canonicalPath = ReferenceSignature.encode(ReferenceSignature.decode(path), "/");
        require(canonicalPath.equals(path), 400, "InvalidURI", "wire path is not canonical");
        byte[] payload = authenticate(request, canonicalPath, query);
        String prefix = "/" + BUCKET;
        require(path.equals(prefix) || path.startsWith(prefix + "/"), 404, "NoSuchBucket", "");
        String key = path.length() <= prefix.length() + 1 ? null
                : new String(ReferenceSignature.decode(path.substring(prefix.length() + 1)), StandardCharsets.UTF_8);
        return operate(request, key, query, payload);
    }

    /** Checks date, scope, signed headers and signature; returns the payload with its coding removed. */
    private byte[] authenticate(WireRequest request, String path, Map<String, String> query) {
        require(request.duplicates.isEmpty(), 400, "InvalidRequest", "duplicate headers");
        String authorization = request.header("authorization");
        require(authorization != null, 403, "AccessDenied", "");
        require(authorization.startsWith("AWS4-HMAC-SHA256 Credential="), 400, "AuthorizationHeaderMalformed", "");
        String[] parts = authorization.substring("AWS4-HMAC-SHA256 ".length()).split(", ");
        require(parts.length == 3 && parts[1].startsWith("SignedHeaders=") && parts[2].startsWith("Signature="), 400,
                "AuthorizationHeaderMalformed", "");
        String[] credential = parts[0].substring("Credential=".length()).split("/");
        String signedHeaders = parts[1].substring("SignedHeaders=".length());
        String signature = parts[2].substring("Signature=".length());
        require(credential[0].equals(KEY), 403, "InvalidAccessKeyId", "");
        require(credential.length == 5 && credential[3].equals("s3") && credential[4].equals("aws4_request"), 400,
                "AuthorizationHeaderMalformed", "");
        String date = request.header("x-amz-date");
        Instant signed = LocalDateTime.parse(date, AMZ).toInstant(ZoneOffset.UTC);
        require(Duration.between(signed, this.now).abs().toMinutes() < 15, 403, "RequestTimeTooSkewed",
                "<ServerTime>" + this.now + "</ServerTime><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>");
        require(credential[1].equals(date.substring(0, 8)), 400, "AuthorizationHeaderMalformed", "");
        require(credential[2].equals(this.region), 400, "AuthorizationHeaderMalformed",
                "<Region>" + this.region + "</Region>");
        List<String> names = Arrays.asList(signedHeaders.split(";"));
        for (String name : request.headers.keySet()) {
            boolean must = name.equals("host") || name.startsWith("x-amz-") || name.equals("content-md5");
            require(!must || names.contains(name), 403, "AccessDenied", "not signed: " + name);
        }
        StringBuilder canonical = new StringBuilder();
        canonical.append(request.method).append('\n').append(path).append('\n')
                .append(ReferenceSignature.canonicalQuery(query, null)).append('\n');
        for (String name : names) {
            canonical.append(name).append(':').append(request.header(name)).append('\n');
        }
        String mode = request.header("x-amz-content-sha256");
        canonical.append('\n').append(signedHeaders).append('\n').append(mode);
        String scope = date.substring(0, 8) + "/" + this.region + "/s3/aws4_request";
        byte[] signingKey = ReferenceSignature.key(SECRET, date.substring(0, 8), this.region);
        String expected = ReferenceSignature.sign(signingKey, "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n"
                + ReferenceSignature.sha256(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        require(expected.equals(signature), 403, "SignatureDoesNotMatch", "");
        if (this.token != null) {
            require(this.token.equals(request.header("x-amz-security-token")), 403, "ExpiredToken", "");
        }
        return payload(request, mode, signingKey, date, scope, signature);
    }

    private byte[] payload(WireRequest request, String mode, byte[] key, String date, String scope, String seed) {
        boolean streaming = mode.startsWith("STREAMING-");
        require(!request.isTransferChunked() || streaming, 501, "NotImplemented", "<Header>Transfer-Encoding</Header>");
        require(this.awsChunked || !streaming, 501, "NotImplemented", mode + " not implemented");
        require(request.header("content-length") != null || request.isTransferChunked() || !request.method.startsWith("P"),
                411, "MissingContentLength", "");
        if (!streaming) {
            require(mode.equals("UNSIGNED-PAYLOAD") || mode.equals(ReferenceSignature.sha256(request.body)), 400,
                    "XAmzContentSHA256Mismatch", "");
            checkDigests(request, request.body);
            return request.body;
        }
        require("aws-chunked".equals(request.header("content-encoding")), 400, "InvalidRequest", "content-encoding");
        require(request.header("x-amz-decoded-content-length") != null, 411, "MissingContentLength", "");
        if (this.storesFraming) {
            return request.body;
        }
        byte[] decoded = new StrictChunks(mode, key, date, scope, seed).decode(request);
        require(decoded.length == Integer.parseInt(request.header("x-amz-decoded-content-length")), 400, "IncompleteBody", "");
        checkDigests(request, decoded);
        return decoded;
    }

    private static void checkDigests(WireRequest request, byte[] body) {
        String md5 = request.header("content-md5");
        require(md5 == null || md5.equals(Base64.getEncoder().encodeToString(md5(body))), 400, "BadDigest", "");
        checkChecksum("x-amz-checksum-crc32", request.header("x-amz-checksum-crc32"), body);
        checkChecksum("x-amz-checksum-crc32c", request.header("x-amz-checksum-crc32c"), body);
    }

    static void checkChecksum(String name, String value, byte[] body) {
        if (value != null) {
            require(value.equals(checksum(name, body)), 400, "BadDigest", "");
        }
    }

    static String checksum(String name, byte[] body) {
        Checksum checksum = name.equals("x-amz-checksum-crc32") ? new CRC32() : new CRC32C();
        checksum.update(body);
        int value = (int) checksum.getValue();
        return Base64.getEncoder()
                .encodeToString(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    static byte[] md5(byte[] body) {
        try {
            return MessageDigest.getInstance("MD5").digest(body);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String etag(byte[] body) {
        return "\"" + (this.md5Etags ? HexFormat.of().formatHex(md5(body)) : "not-an-md5-" + body.length) + "\"";
    }

    private byte[] operate(WireRequest request, String key, Map<String, String> query, byte[] payload) {
        if (request.method.equals("PUT") && query.containsKey("partNumber")) {
            return uploadPart(request, query, payload);
        }
        if (query.containsKey("uploads") || query.containsKey("uploadId")) {
            return multipart(request, key, query, payload);
        }
        switch (request.method) {
        case "PUT":
            return put(request, key, payload);
        case "HEAD":
        case "GET":
            return key == null ? list(request, query) : get(request, key);
        case "DELETE":
            this.objects.remove(key);
            return response(request, 204, "", new byte[0]);
        default:
            throw new Refusal(405, "MethodNotAllowed", "");
        }
    }

    private byte[] put(WireRequest request, String key, byte[] payload) {
        if (request.header("if-none-match") != null) {
            require(this.conditional, 501, "NotImplemented", "<Header>If-None-Match</Header>");
            require(!this.objects.containsKey(key), 412, "PreconditionFailed", "");
        }
        this.objects.put(key, payload);
        this.multipartEtags.remove(key);
        this.writes.merge(key, 1, Integer::sum);
        StringBuilder echo = new StringBuilder("ETag: " + etag(payload) + "\r\n");
        for (String name : new String[] {"x-amz-checksum-crc32", "x-amz-checksum-crc32c"}) {
            if (request.header(name) != null || name.equals(request.header("x-amz-trailer"))) {
                echo.append(name).append(": ").append(checksum(name, payload)).append("\r\n");
            }
        }
        return response(request, 200, echo.toString(), new byte[0]);
    }

    private byte[] get(WireRequest request, String key) {
        byte[] object = this.objects.get(key);
        require(object != null, 404, "NoSuchKey", "");
        String etag = this.multipartEtags.getOrDefault(key, etag(object));
        String match = request.header("if-match");
        require(match == null || match.equals(etag), 412, "PreconditionFailed", "");
        String range = request.header("range");
        if (range == null) {
            return response(request, 200, "ETag: " + etag + "\r\n", object);
        }
        String[] ends = range.substring("bytes=".length()).split("-", -1);
        int first = Integer.parseInt(ends[0]);
        int last = ends[1].isEmpty() ? object.length - 1 : Math.min(Integer.parseInt(ends[1]), object.length - 1);
        require(first < object.length, 416, "InvalidRange", "");
        return response(request, 206, "ETag: " + etag + "\r\nContent-Range: bytes " + first + "-" + last + "/"
                + object.length + "\r\n", Arrays.copyOfRange(object, first, last + 1));
    }

    private byte[] list(WireRequest request, Map<String, String> query) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult xmlns=\"urn:x\">");
        String after = query.getOrDefault("start-after", query.getOrDefault("continuation-token", ""));
        int count = 0;
        String last = null;
        for (Map.Entry<String, byte[]> object : this.objects.entrySet()) {
            if (object.getKey().startsWith(query.getOrDefault("prefix", "")) && object.getKey().compareTo(after) > 0) {
                if (count++ == 3) {
                    xml.append("<NextContinuationToken>").append(escape(last)).append("</NextContinuationToken>");
                    break;
                }
                last = object.getKey();
                xml.append("<Contents><Key>").append(escape(last)).append("</Key><ETag>&quot;x&quot;</ETag><Size>")
                        .append(object.getValue().length).append("</Size><Owner><ID>o</ID></Owner></Contents>");
            }
        }
        xml.append("<IsTruncated>").append(count > 3).append("</IsTruncated></ListBucketResult>");
        return response(request, 200, "", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private byte[] uploadPart(WireRequest request, Map<String, String> query, byte[] payload) {
        TreeMap<Integer, byte[]> parts = this.uploads.get(query.get("uploadId"));
        require(parts != null, 404, "NoSuchUpload", "");
        parts.put(Integer.parseInt(query.get("partNumber")), payload);
        return response(request, 200, "ETag: " + etag(payload) + "\r\n", new byte[0]);
    }

    private byte[] multipart(WireRequest request, String key, Map<String, String> query, byte[] payload) {
        String id = query.get("uploadId");
        if (query.containsKey("uploads")) {
            id = "upload=" + key.hashCode() + "." + this.requests;
            this.uploads.put(id, new TreeMap<>());
            return response(request, 200, "", ("<InitiateMultipartUploadResult><Bucket>b</Bucket><UploadId>" + id
                    + "</UploadId></InitiateMultipartUploadResult>").getBytes(StandardCharsets.UTF_8));
        }
        TreeMap<Integer, byte[]> parts = this.uploads.get(id);
        require(parts != null, 404, "NoSuchUpload", "");
        switch (request.method) {
        case "DELETE":
            this.uploads.remove(id);
            return response(request, 204, "", new byte[0]);
        case "GET":
            StringBuilder xml = new StringBuilder("<ListPartsResult>");
            parts.forEach((number, part) -> xml.append("<Part><PartNumber>").append(number).append("</PartNumber><ETag>")
                    .append(etag(part)).append("</ETag><Size>").append(part.length).append("</Size></Part>"));
            return response(request, 200, "", xml.append("<IsTruncated>false</IsTruncated></ListPartsResult>").toString()
                    .getBytes(StandardCharsets.UTF_8));
        default:
            return complete(request, key, id, parts, new String(payload, StandardCharsets.UTF_8));
        }
    }

    private byte[] complete(WireRequest request, String key, String id, TreeMap<Integer, byte[]> parts, String xml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> part : parts.entrySet()) {
            String line = "<Part><PartNumber>" + part.getKey() + "</PartNumber><ETag>"
                    + etag(part.getValue()).replace("\"", "&quot;") + "</ETag></Part>";
            require(xml.contains(line), 400, "InvalidPart", "");
            digests.writeBytes(md5(part.getValue()));
            require(part.getValue().length >= 5 << 20 || part.getKey().equals(parts.lastKey()),
                    400, "EntityTooSmall", "");
            out.writeBytes(part.getValue());
        }
        if (request.header("if-none-match") != null) {
            require(!this.objects.containsKey(key), 412, "PreconditionFailed", "");
        }
        String etag = HexFormat.of().formatHex(md5(digests.toByteArray())) + "-" + parts.size();
        this.uploads.remove(id);
        this.objects.put(key, out.toByteArray());
        this.multipartEtags.put(key, "\"" + etag + "\"");
        this.writes.merge(key, 1, Integer::sum);
        return response(request, 200, "", ("<CompleteMultipartUploadResult><ETag>&quot;" + etag
                + "&quot;</ETag></CompleteMultipartUploadResult>").getBytes(StandardCharsets.UTF_8));
    }
}
