package space.opensensor.s3;

import java.io.IOException;

import space.opensensor.http.BodyException;
import space.opensensor.http.HttpResponse;

/** Why the last attempt failed. One object per client, filled anew by every attempt that fails. */
final class Failure {

    final ErrorDocument document = new ErrorDocument();
    int status;
    int action;
    boolean stale;
    boolean early;
    boolean received;
    long retryAfterMillis;
    long serverTime;
    String region;
    String location;
    IOException cause;

    /**
     * No answer: the connection failed, or what came was no answer, or who gives credentials or URLs refused.
     *
     * @param wasBegun whether the store may have received the request.
     * @param wasStale whether a kept connection died before the store sent anything.
     */
    void set(IOException exception, boolean wasBegun, boolean wasStale) {
        this.document.clear();
        this.status = 0;
        this.early = false;
        this.received = wasBegun;
        this.stale = wasStale;
        this.retryAfterMillis = 0;
        this.serverTime = -1;
        this.region = null;
        this.location = null;
        this.cause = exception;
        boolean refused = exception instanceof S3Exception && !((S3Exception) exception).retryable();
        this.action = refused || exception instanceof BodyException ? RetryAction.GIVE_UP : RetryAction.RETRY;
    }

    /** An answer that says no; its document was read already, if it has one. */
    void set(HttpResponse response) {
        this.status = response.status();
        this.early = response.early();
        this.received = true;
        this.stale = false;
        this.cause = null;
        this.retryAfterMillis = seconds(response.field("retry-after")) * 1000;
        this.serverTime = this.document.serverTime >= 0 || response.field("age") != null ? this.document.serverTime
                : AmzDate.parseHttp(response.field("date"));
        this.location = response.field("location");
        String named = response.field("x-amz-bucket-region");
        this.region = named != null ? named : this.document.region;
        if (this.document.requestId == null) {
            this.document.requestId = response.field("x-amz-request-id");
        }
        if (this.document.hostId == null) {
            this.document.hostId = response.field("x-amz-id-2");
        }
        this.action = isSuccess() ? RetryAction.RETRY : RetryAction.of(this.status, this.document.code);
    }

    /** Returns whether the store said yes, but before it had the whole request. */
    private boolean isSuccess() {
        return this.status >= 200 && this.status < 300;
    }

    /** An answer whose document, read already, says more than its status. */
    void setAnswer(int answerStatus) {
        this.status = answerStatus;
        this.early = false;
        this.received = true;
        this.stale = false;
        this.cause = null;
        this.retryAfterMillis = 0;
        this.serverTime = this.document.serverTime;
        this.location = null;
        this.region = this.document.region;
        this.action = RetryAction.of(answerStatus, this.document.code);
    }

    private static long seconds(String text) {
        long value = 0;
        int length = text == null ? 0 : text.length();
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 6) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Returns whether the store may have done what it was asked for, although it did not say so. */
    boolean isUnclear() {
        boolean silent = this.status == 0 && this.received && !(this.cause instanceof BodyException);
        return silent || isSuccess() || this.status == 408 || this.status == 409 || this.status == 412
                || this.status >= 500 && this.status != 501;
    }

    String code() {
        return this.document.code;
    }

    /** Returns the failure for the caller of the client. */
    S3Exception exception(String what, int attempts) {
        StringBuilder text = new StringBuilder(what);
        if (this.status == 0) {
            text.append(": ").append(this.cause.getMessage());
        } else {
            text.append(": status ").append(this.status).append(' ').append(this.document.code);
            if (this.document.message.length() > 0) {
                text.append(", ").append(this.document.message);
            }
            append(text, ", request ", this.document.requestId);
            append(text, ", host ", this.document.hostId);
        }
        text.append(" (attempts: ").append(attempts).append(')');
        return new S3Exception(text.toString(), this.status, this.document.code, this.document.requestId,
                this.document.hostId, this.action != RetryAction.GIVE_UP, this.cause);
    }

    private static void append(StringBuilder text, String name, String value) {
        if (value != null) {
            text.append(name).append(value);
        }
    }
}
