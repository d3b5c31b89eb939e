package space.opensensor.s3;

/**
 * A URL that carries its own permission.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
 *      requests: query parameters</a>
 */
final class PresignedUrl {

    private static final int USUAL_LENGTH = 640;

    private PresignedUrl() {
    }

    /** Signs a request that has its headers, and returns it as a URL. */
    static String of(S3Request request, Endpoint endpoint, Signer signer, Credentials credentials, String region,
            long time, int expiresSeconds) {
        signer.addQuery(request, credentials, region, time, expiresSeconds);
        byte[] signature = signer.sign(request, credentials, region, time);
        TextSink url = new TextSink(USUAL_LENGTH);
        CanonicalRequest.put(endpoint.secure ? "https://" : "http://", url);
        CanonicalRequest.put(endpoint.authority(), url);
        request.putPath(url);
        url.put('?');
        request.putQuery(url);
        CanonicalRequest.put("&X-Amz-Signature=", url);
        url.put(signature, 0, Signer.SIGNATURE_BYTES);
        return url.toString();
    }
}
