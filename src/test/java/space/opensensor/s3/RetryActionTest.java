package space.opensensor.s3;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** The classification table of docs/s3.md. */
public class RetryActionTest {

    private static void check(int action, int status, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            assertEquals(status + " " + codes[i], action, RetryAction.of(status, codes[i]));
        }
    }

    @Test
    public void repeatsWhatTheStoreCallsTransient() {
        check(RetryAction.RETRY, 503, "SlowDown", "ServiceUnavailable", "");
        check(RetryAction.RETRY, 500, "InternalError", "");
        check(RetryAction.RETRY, 502, "");
        check(RetryAction.RETRY, 504, "");
        check(RetryAction.RETRY, 429, "TooManyRequests", "");
        check(RetryAction.RETRY, 400, "RequestTimeout");
        check(RetryAction.RETRY, 409, "ConditionalRequestConflict", "OperationAborted");
        check(RetryAction.RETRY, 200, "InternalError", "SlowDown");
    }

    @Test
    public void repeatsDamagedBodiesOnce() {
        check(RetryAction.RETRY_ONCE, 400, "BadDigest", "IncompleteBody", "XAmzContentSHA256Mismatch");
    }

    @Test
    public void correctsWhatIsWrongBeforeItRepeats() {
        check(RetryAction.CORRECT_CLOCK, 403, "RequestTimeTooSkewed");
        check(RetryAction.REFRESH_CREDENTIALS, 400, "ExpiredToken", "InvalidToken");
        check(RetryAction.CHANGE_REGION, 301, "PermanentRedirect", "");
        check(RetryAction.CHANGE_REGION, 307, "TemporaryRedirect", "");
        check(RetryAction.CHANGE_REGION, 400, "AuthorizationHeaderMalformed");
    }

    @Test
    public void givesUpWhereRepeatingChangesNothing() {
        check(RetryAction.GIVE_UP, 403, "SignatureDoesNotMatch", "AccessDenied", "InvalidAccessKeyId", "");
        check(RetryAction.GIVE_UP, 404, "NoSuchBucket", "NoSuchKey", "NoSuchUpload");
        check(RetryAction.GIVE_UP, 411, "MissingContentLength");
        check(RetryAction.GIVE_UP, 412, "PreconditionFailed");
        check(RetryAction.GIVE_UP, 501, "NotImplemented");
        check(RetryAction.GIVE_UP, 400, "InvalidArgument", "InvalidChunkSizeError", "EntityTooSmall");
    }
}
