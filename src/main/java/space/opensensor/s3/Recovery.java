package space.opensensor.s3;

import java.util.Random;

import space.opensensor.http.HttpClient;

/** Does what a failure asks for before the next attempt: waits, or corrects clock, credentials or region. */
final class Recovery {

    private final S3Config config;
    private final CredentialsProvider provider;
    private final StoreState store;
    private final HttpClient http;
    private final Sleeper sleeper;
    private final Random random;
    private final RetryState retry = new RetryState();

    /** @param provider null if there are no credentials to renew. */
    Recovery(S3Config config, CredentialsProvider provider, StoreState store, HttpClient http, Sleeper sleeper,
            Random random) {
        this.config = config;
        this.provider = provider;
        this.store = store;
        this.http = http;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** Returns what the operation has tried so far. */
    RetryState state() {
        return this.retry;
    }

    /**
     * Prepares another attempt.
     *
     * @param what for the text of the exception.
     * @throws S3Exception if another attempt makes no sense or none is left.
     */
    void recover(Failure failure, String what) throws S3Exception {
        boolean again = this.retry.attempts < this.config.maxAttempts && this.retry.budget > 0 && mayRepeat(failure);
        if (!again) {
            throw failure.exception(what, this.retry.attempts);
        }
    }

    private boolean mayRepeat(Failure failure) {
        switch (failure.action) {
        case RetryAction.RETRY:
            return pause(failure);
        case RetryAction.RETRY_ONCE:
            return this.retry.repeatDamaged() && pause(failure);
        case RetryAction.CORRECT_CLOCK:
            return this.retry.correctClock() && this.store.correctClock(failure.serverTime);
        case RetryAction.REFRESH_CREDENTIALS:
            return this.retry.refreshCredentials() && refreshCredentials();
        case RetryAction.CHANGE_REGION:
            this.http.close();
            return this.retry.changeRegion() && this.store.redirect(failure);
        default:
            return false;
        }
    }

    private boolean refreshCredentials() {
        if (this.provider != null) {
            this.provider.expired();
        }
        return true;
    }

    /** Waits on a closed connection; a kept connection that was closed meanwhile is replaced at once. */
    private boolean pause(Failure failure) {
        this.http.close();
        if (failure.stale && this.retry.replaceConnection()) {
            return true;
        }
        long delay = FullJitter.delay(this.random, this.retry.pauses++, this.config.baseDelayMillis,
                this.config.maxDelayMillis);
        this.retry.budget--;
        try {
            this.sleeper.sleep(Math.max(delay, Math.min(failure.retryAfterMillis, this.config.maxDelayMillis)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
