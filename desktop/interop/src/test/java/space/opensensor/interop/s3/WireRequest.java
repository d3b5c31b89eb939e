package space.opensensor.interop.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One request as it came over the wire: request line, headers in order, body with its transfer coding removed. */
final class WireRequest {

    final String method;
    final String target;
    final Map<String, String> headers = new TreeMap<>();
    final List<String> duplicates = new ArrayList<>();
    byte[] body = new byte[0];

    private WireRequest(String head) {
        String[] lines = head.split("\r\n");
        String[] parts = lines[0].split(" ");
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            throw new IllegalStateException("request line: " + lines[0]);
        }
        this.method = parts[0];
        this.target = parts[1];
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            if (this.headers.put(name, lines[i].substring(colon + 1).trim()) != null) {
                this.duplicates.add(name);
            }
        }
    }

    String header(String name) {
        return this.headers.get(name);
    }

    boolean isTransferChunked() {
        return "chunked".equals(header("transfer-encoding"));
    }

    /** Returns the length of the head with its empty line, -1 if it is not complete. */
    static int headLength(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    static WireRequest head(byte[] bytes, int length) {
        int end = headLength(bytes, length);
        return end < 0 ? null : new WireRequest(new String(bytes, 0, end - 4, StandardCharsets.ISO_8859_1));
    }

    /** Returns the request if the bytes hold all of it, null otherwise. */
    static WireRequest parse(byte[] bytes, int length) {
        WireRequest request = head(bytes, length);
        if (request == null) {
            return null;
        }
        int start = headLength(bytes, length);
        if (request.isTransferChunked()) {
            return request.unchunk(bytes, start, length) ? request : null;
        }
        String declared = request.header("content-length");
        int size = declared == null ? 0 : Integer.parseInt(declared);
        if (length - start < size) {
            return null;
        }
        if (length - start > size) {
            throw new IllegalStateException("more bytes than Content-Length");
        }
        request.body = Arrays.copyOfRange(bytes, start, start + size);
        return request;
    }

    private boolean unchunk(byte[] bytes, int start, int length) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int at = start;
        for (;;) {
            int end = at;
            while (end < length && bytes[end] != '\n') {
                end++;
            }
            if (end >= length) {
                return false;
            }
            int size = Integer.parseInt(new String(bytes, at, end - 1 - at, StandardCharsets.ISO_8859_1), 16);
            at = end + 1;
            if (at + size + 2 > length) {
                return false;
            }
            if (bytes[at + size] != '\r' || bytes[at + size + 1] != '\n') {
                throw new IllegalStateException("HTTP chunk without line end");
            }
            out.write(bytes, at, size);
            at += size + 2;
            if (size == 0) {
                this.body = out.toByteArray();
                if (at != length) {
                    throw new IllegalStateException("bytes behind the last HTTP chunk");
                }
                return true;
            }
        }
    }
}
