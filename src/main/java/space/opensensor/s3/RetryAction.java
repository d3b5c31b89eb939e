package space.opensensor.s3;

/**
 * What to do after an attempt that failed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">List of error
 *      codes</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ErrorBestPractices.html">Error best practices</a>
 */
final class RetryAction {

    /** The same request would fail again. */
    static final int GIVE_UP = 0;

    /** Wait, then repeat. */
    static final int RETRY = 1;

    /** Repeat once: the bytes may have been damaged on the way. */
    static final int RETRY_ONCE = 2;

    /** Take the time from the store, then repeat if that changed anything. */
    static final int CORRECT_CLOCK = 3;

    /** Get new credentials, then repeat once. */
    static final int REFRESH_CREDENTIALS = 4;

    /** Sign for the region the store named, then repeat once. */
    static final int CHANGE_REGION = 5;

    private static final String[] RETRY_CODES = {"InternalError", "SlowDown", "ServiceUnavailable", "RequestTimeout",
            "OperationAborted", "ConditionalRequestConflict", "Throttling", "ThrottlingException", "TooManyRequests",
            "RequestLimitExceeded", "BandwidthLimitExceeded", "Busy", "TransientError"};
    private static final String[] RETRY_ONCE_CODES = {"BadDigest", "IncompleteBody", "XAmzContentSHA256Mismatch",
            "XAmzContentChecksumMismatch", "InvalidDigest"};
    private static final String[] CREDENTIAL_CODES = {"ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired",
            "InvalidToken"};
    private static final String[] REGION_CODES = {"PermanentRedirect", "TemporaryRedirect", "Redirect",
            "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"};

    private RetryAction() {
    }

    /** Returns what a store's answer asks for. */
    static int of(int status, String code) {
        if (code.equals("RequestTimeTooSkewed")) {
            return CORRECT_CLOCK;
        }
        if (isOne(CREDENTIAL_CODES, code)) {
            return REFRESH_CREDENTIALS;
        }
        if (isOne(REGION_CODES, code) || status == 301 || status == 307 || status == 308) {
            return CHANGE_REGION;
        }
        if (isOne(RETRY_CODES, code)) {
            return RETRY;
        }
        if (isOne(RETRY_ONCE_CODES, code)) {
            return RETRY_ONCE;
        }
        return ofStatus(status);
    }

    private static int ofStatus(int status) {
        boolean transientStatus = status == 408 || status == 409 || status == 425 || status == 429 || status == 500
                || status == 502 || status == 503 || status == 504;
        return transientStatus ? RETRY : GIVE_UP;
    }

    private static boolean isOne(String[] codes, String code) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i].equals(code)) {
                return true;
            }
        }
        return false;
    }
}
