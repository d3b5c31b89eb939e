package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.bytes.Ascii;
import space.opensensor.bytes.Hex;
import space.opensensor.bytes.Utf8;
import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.Sha256;

/**
 * The worked examples of the S3 API reference, "Authenticating requests (AWS signature version 4)", and of
 * "Signature calculations for multiple chunks" with and without trailing headers; values named otherwise are from
 * rusty-s3 (BSD-2-Clause) and aws-c-auth (Apache-2.0).
 */
public class AwsDocumentationTest {

    private static final long TIME = 1369353600000L;
    private static final String REGION = "us-east-1";
    private static final String HOST = "examplebucket.s3.amazonaws.com";

    private final Credentials credentials = new Credentials("AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private final Signer signer = new Signer("s3");
    private S3Request request;

    @Before
    public void newRequest() {
        this.request = new S3Request(2048);
    }

    private void begin(String method, String path, String host, String hash) {
        this.request.begin(method, path);
        this.request.header("host", host);
        this.request.header("x-amz-content-sha256", hash);
        this.request.payloadHash(hash);
    }

    private String sign() {
        this.signer.addHeaders(this.request, this.credentials, TIME);
        return text(this.signer.sign(this.request, this.credentials, REGION, TIME));
    }

    private static String text(byte[] signature) {
        return Ascii.decode(signature, 0, signature.length);
    }

    @Test
    public void signsGetObject() {
        begin("GET", "/test.txt", HOST, S3Request.EMPTY_SHA256);
        this.request.header("range", "bytes=0-9");
        assertEquals("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", sign());
    }

    /** The canonical request and string to sign that the page prints for GetObject. */
    @Test
    public void showsWhatItSignsButNoSecretAndNoToken() {
        final StringBuilder shown = new StringBuilder();
        this.signer.trace(new SigningTrace() {
            @Override
            public void signed(String canonicalRequest, String stringToSign) {
                shown.append(canonicalRequest).append("\n--\n").append(stringToSign);
            }
        });
        begin("GET", "/test.txt", HOST, S3Request.EMPTY_SHA256);
        this.request.header("range", "bytes=0-9");
        sign();
        assertEquals("GET\n/test.txt\n\nhost:" + HOST + "\nrange:bytes=0-9\nx-amz-content-sha256:" + S3Request.EMPTY_SHA256
                + "\nx-amz-date:20130524T000000Z\n\nhost;range;x-amz-content-sha256;x-amz-date\n" + S3Request.EMPTY_SHA256
                + "\n--\nAWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n"
                + "7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972", shown.toString());
        Credentials session = new Credentials("AK", "SK", "secret/seven==", Credentials.NEVER);
        shown.setLength(0);
        begin("GET", "/test.txt", HOST, S3Request.EMPTY_SHA256);
        this.signer.addHeaders(this.request, session, TIME);
        this.signer.sign(this.request, session, REGION, TIME);
        this.request.begin("GET", "/test.txt");
        this.signer.addQuery(this.request, session, REGION, TIME, 60);
        this.signer.sign(this.request, session, REGION, TIME);
        assertEquals(-1, shown.indexOf("seven"));
        assertTrue(shown.indexOf("\nx-amz-security-token:<session token>\n") > 0);
        assertTrue(shown.indexOf("&X-Amz-Security-Token=<session token>&") > 0);
    }

    @Test
    public void signsPutObject() {
        begin("PUT", "/test$file.text", HOST, "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
        this.request.header("date", "Fri, 24 May 2013 00:00:00 GMT");
        this.request.header("x-amz-storage-class", "REDUCED_REDUNDANCY");
        assertEquals("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd", sign());
    }

    @Test
    public void signsAQueryParameterWithoutValue() {
        begin("GET", "/", HOST, S3Request.EMPTY_SHA256);
        this.request.query("lifecycle", "");
        assertEquals("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", sign());
    }

    @Test
    public void signsListObjects() {
        begin("GET", "/", HOST, S3Request.EMPTY_SHA256);
        this.request.query("prefix", "J");
        this.request.query("max-keys", "2");
        assertEquals("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", sign());
    }

    private String presigned(Credentials with, String method, String path) {
        this.request.begin(method, path);
        return presigned(with);
    }

    private String presigned(Credentials with) {
        this.request.header("host", HOST);
        this.request.payloadHash(S3Request.UNSIGNED_PAYLOAD);
        return PresignedUrl.of(this.request, Endpoint.parse("https://" + HOST), this.signer, with, REGION, TIME, 86400);
    }

    @Test
    public void presignsGet() {
        assertEquals("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
                presigned(this.credentials, "GET", "/test.txt"));
    }

    private void assertSignature(String signature, String url) {
        assertEquals(signature, url.substring(url.length() - Signer.SIGNATURE_BYTES));
    }

    @Test
    public void presignsPutLikeRustyS3() {
        assertSignature("f4db56459304dafaa603a99a23c6bea8821890259a65c18ff503a4a72a80efd9",
                presigned(this.credentials, "PUT", "/test.txt"));
    }

    @Test
    public void presignsUploadPartLikeRustyS3() {
        this.request.begin("PUT", "/test.txt");
        this.request.query("partNumber", "1");
        this.request.query("uploadId", "abcd");
        assertSignature("d2ed12e1e116c88a79cd6d1726f5fe75c99db8a0292ba000f97ecc309a9303f8", presigned(this.credentials));
    }

    @Test
    public void presignsWithTheSessionTokenInsideTheSignatureLikeRustyS3() {
        Credentials session = new Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "oej5cie4uctureturdtuc5dctd", Credentials.NEVER);
        assertSignature("bf77b83a7135594046c90a7e7e10cf1a4c8f8ecc1d541d0f42bea6b7670870c7",
                presigned(session, "GET", "/test.txt"));
    }

    @Test
    public void writesTheEqualsSignsOfHiveKeysEncodedOnceInPathAndSignature() {
        String url = presigned(this.credentials, "PUT", "/station=ID/year=2026/month=11/day=22/data_1015.parquet");
        assertEquals("https://examplebucket.s3.amazonaws.com/station%3DID/year%3D2026/month%3D11/day%3D22/data_1015.parquet",
                url.substring(0, url.indexOf('?')));
        assertSignature("c207d6586efa719f0f6d274bb2c01c671ab3f15dc25cd431583c24697901bba6", url);
    }

    private static byte[] hashOfAs(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = 'a';
        }
        Sha256 sha = new JavaSha256();
        byte[] digest = new byte[Sha256.DIGEST_BYTES];
        sha.update(bytes, 0, count);
        sha.digest(digest, 0);
        return digest;
    }

    private void beginChunked(String hash) {
        begin("PUT", "/examplebucket/chunkObject.txt", "s3.amazonaws.com", hash);
        this.request.header("content-encoding", "aws-chunked");
        this.request.header("x-amz-decoded-content-length", "66560");
        this.request.header("x-amz-storage-class", "REDUCED_REDUNDANCY");
    }

    @Test
    public void signsChunkByChunk() {
        beginChunked("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        this.request.header("content-length", "66824");
        assertEquals("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9", sign());
        assertEquals("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
                text(this.signer.signChunk(hashOfAs(65536))));
        assertEquals("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
                text(this.signer.signChunk(hashOfAs(1024))));
        assertEquals("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
                text(this.signer.signChunk(hashOfAs(0))));
        byte[] trailers = Utf8.encode("first:1st\nsecond:2nd\nthird:3rd\n");
        assertEquals("df5735bd9f3295cd9386572292562fefc93ba94e80a0a1ddcbd652c4e0a75e6c",
                text(this.signer.signTrailers(trailers, 0, trailers.length)));
    }

    @Test
    public void signsTrailers() {
        beginChunked("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        this.request.header("x-amz-trailer", "x-amz-checksum-crc32c");
        assertEquals("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e", sign());
        assertEquals("b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
                text(this.signer.signChunk(hashOfAs(65536))));
        assertEquals("1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
                text(this.signer.signChunk(hashOfAs(1024))));
        assertEquals("2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
                text(this.signer.signChunk(hashOfAs(0))));
        byte[] trailers = Utf8.encode("x-amz-checksum-crc32c:sOO8/Q==\n");
        assertEquals("d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
                text(this.signer.signTrailers(trailers, 0, trailers.length)));
    }

    @Test
    public void knowsTheLengthOfChunkedBodiesInAdvance() {
        assertEquals(66824, AwsChunked.encodedLength(66560, 65536, BodyMode.CHUNKED_SIGNED, 0));
        int trailer = "x-amz-checksum-crc32c:sOO8/Q==".length();
        assertEquals(66824 + trailer + 2 + "x-amz-trailer-signature:".length() + 64 + 2,
                AwsChunked.encodedLength(66560, 65536, BodyMode.CHUNKED_SIGNED_TRAILER, trailer));
        assertEquals("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n".length(),
                AwsChunked.encodedLength(0, 8192, BodyMode.CHUNKED_UNSIGNED_TRAILER, 29));
    }

    @Test
    public void derivesTheKeyAnewForAnotherDayRegionOrSecret() {
        begin("GET", "/test.txt", HOST, S3Request.EMPTY_SHA256);
        this.request.header("range", "bytes=0-9");
        String first = sign();
        Credentials other = new Credentials("AKIAIOSFODNN7EXAMPLE", "other");
        assertEquals(false, first.equals(text(this.signer.sign(this.request, other, REGION, TIME))));
        assertEquals(false, first.equals(text(this.signer.sign(this.request, this.credentials, "eu-west-1", TIME))));
        assertEquals(false, first.equals(text(this.signer.sign(this.request, this.credentials, REGION, TIME + 86400000L))));
        assertEquals(first, text(this.signer.sign(this.request, this.credentials, REGION, TIME)));
        assertEquals(64, Hex.encode(hashOfAs(1)).length());
    }
}
