package space.opensensor.s3;

import space.opensensor.bytes.Ascii;

/** Scheme, host and port of a store. */
final class Endpoint {

    final boolean secure;
    final String host;
    final int port;

    Endpoint(boolean secure, String host, int port) {
        this.secure = secure;
        this.host = host;
        this.port = port;
    }

    /**
     * Reads {@code scheme://host[:port]}.
     *
     * @throws IllegalArgumentException if it is something else; the text says what is allowed.
     */
    static Endpoint parse(String url) {
        boolean secure = url != null && url.startsWith("https://");
        if (!secure && (url == null || !url.startsWith("http://"))) {
            throw new IllegalArgumentException("endpoint must begin with https:// or http://");
        }
        int start = secure ? 8 : 7;
        int end = url.endsWith("/") ? url.length() - 1 : url.length();
        int colon = url.indexOf(':', start);
        int hostEnd = colon < 0 ? end : colon;
        char[] host = new char[hostEnd > start ? hostEnd - start : 0];
        for (int i = 0; i < host.length; i++) {
            host[i] = hostCharacter(url.charAt(start + i));
        }
        if (hostEnd <= start) {
            throw new IllegalArgumentException("endpoint " + url + " has no host");
        }
        int port = colon < 0 ? secure ? 443 : 80 : port(url, colon + 1, end);
        return new Endpoint(secure, new String(host), port);
    }

    /** Returns a character of a host's name in lower case. */
    private static char hostCharacter(char c) {
        char lower = (char) Ascii.lower(c);
        boolean letter = lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9';
        if (!letter && c != '-' && c != '.' && c != '_') {
            throw new IllegalArgumentException("endpoint must be scheme://host[:port] without path, user or query");
        }
        return lower;
    }

    private static int port(String url, int start, int end) {
        int port = 0;
        for (int i = start; i < end && port <= 65535; i++) {
            char c = url.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException("endpoint must be scheme://host[:port] without path, user or query");
            }
            port = port * 10 + c - '0';
        }
        return Require.range("port of the endpoint", port, 1, 65535);
    }

    /** @return host, with the port unless it is the scheme's own: what the Host header says (RFC 9110, section 7.2). */
    String authority() {
        return this.port == (this.secure ? 443 : 80) ? this.host : this.host + ":" + this.port;
    }

    /** Returns the same place with a label in front of the host. */
    Endpoint withBucket(String bucket) {
        return new Endpoint(this.secure, bucket + "." + this.host, this.port);
    }

    /**
     * Returns where a store that redirects wants the request.
     *
     * @param region signed for until now.
     * @param newRegion named by the store; null if it named none.
     * @param location URL the store named; null if it named none.
     * @param host name in the error document; null if there is none.
     * @return this object if nothing changes, or if the new host belongs to somebody else.
     */
    Endpoint redirected(String region, String newRegion, String location, String host) {
        String target = host;
        if (location != null && location.indexOf("://") > 0) {
            int start = location.indexOf("://") + 3;
            int end = location.indexOf('/', start);
            target = location.substring(start, end < 0 ? location.length() : end);
        } else if (newRegion != null && this.host.indexOf("." + region + ".") >= 0) {
            target = this.host.replace("." + region + ".", "." + newRegion + ".");
        }
        if (target != null && target.indexOf(':') >= 0) {
            target = target.substring(0, target.indexOf(':'));
        }
        boolean same = target == null || target.equals(this.host) || !domain(target).equals(domain(this.host));
        return same ? this : new Endpoint(this.secure, target, this.port);
    }

    /** Returns the last two labels. */
    private static String domain(String host) {
        int dot = host.lastIndexOf('.');
        int before = dot < 0 ? -1 : host.lastIndexOf('.', dot - 1);
        return host.substring(before + 1);
    }
}
