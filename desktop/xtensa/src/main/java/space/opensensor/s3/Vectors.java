package space.opensensor.s3;

/** The AWS signature version 4 test suite and the worked examples of the S3 API reference, as the unit tests have them. */
public final class Vectors {

    private static final long TIME = 1440938160000L;
    private static final String REGION = "us-east-1";
    private static final int EXPIRY_SECONDS = 3600;
    private static final int LINES_PER_CASE = 9;

    private final String[] lines = new String[LINES_PER_CASE];
    private final Signer signer = new Signer("service");

    /**
     * Signs every case of the test suite.
     *
     * @param suite text of its file: nine lines a case, comments, empty lines.
     * @return the signatures, one a line: of each case the header form, then the query form.
     */
    public String sign(String suite) {
        StringBuilder signatures = new StringBuilder();
        int count = 0;
        for (int start = 0, end = suite.indexOf('\n'); end >= 0; start = end + 1, end = suite.indexOf('\n', start)) {
            if (end > start && suite.charAt(start) != '#') {
                this.lines[count++] = suite.substring(start, end);
            }
            if (count == LINES_PER_CASE) {
                count = 0;
                sign(new SuiteCase(this.lines, 0), signatures);
            }
        }
        return signatures.toString();
    }

    private void sign(SuiteCase suite, StringBuilder signatures) {
        Credentials credentials = suite.credentials(suite.omitsToken);
        S3Request header = suite.request();
        this.signer.addHeaders(header, credentials, TIME);
        if (suite.signsBody) {
            header.header("x-amz-content-sha256", header.payloadHash());
        }
        sign(header, credentials, signatures);
        S3Request query = suite.request();
        this.signer.addQuery(query, credentials, REGION, TIME, EXPIRY_SECONDS);
        sign(query, credentials, signatures);
    }

    private void sign(S3Request request, Credentials credentials, StringBuilder signatures) {
        byte[] signature = this.signer.sign(request, credentials, REGION, TIME);
        for (int i = 0; i < signature.length; i++) {
            signatures.append((char) signature[i]);
        }
        signatures.append('\n');
    }

    /**
     * Runs the tests of the worked examples: headers, presigned URLs, chunks, trailers.
     *
     * @throws AssertionError if a signature is another one.
     */
    public void checkExamples() {
        fresh().signsGetObject();
        fresh().signsPutObject();
        fresh().signsAQueryParameterWithoutValue();
        fresh().signsListObjects();
        fresh().presignsGet();
        fresh().presignsPutLikeRustyS3();
        fresh().presignsUploadPartLikeRustyS3();
        fresh().presignsWithTheSessionTokenInsideTheSignatureLikeRustyS3();
        fresh().writesTheEqualsSignsOfHiveKeysEncodedOnceInPathAndSignature();
        fresh().signsChunkByChunk();
        fresh().signsTrailers();
        fresh().derivesTheKeyAnewForAnotherDayRegionOrSecret();
    }

    private static AwsDocumentationTest fresh() {
        AwsDocumentationTest test = new AwsDocumentationTest();
        test.newRequest();
        return test;
    }
}
