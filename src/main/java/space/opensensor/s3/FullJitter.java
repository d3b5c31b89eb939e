package space.opensensor.s3;

import java.util.Random;

/**
 * Waits of random length, so that many devices do not come back at the same moment.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential backoff and
 *      jitter</a>
 */
public final class FullJitter {

    private FullJitter() {
    }

    /**
     * Returns a wait before a repetition.
     *
     * @param repetition 0 for the first.
     * @param baseMillis 1 or more.
     * @param capMillis {@code baseMillis} or more.
     * @return 0 to min(cap, base x 2^repetition), both included.
     */
    public static int delay(Random random, int repetition, int baseMillis, int capMillis) {
        long limit = (long) baseMillis << Math.min(repetition, 31);
        return delay(random, (int) Math.min(limit, capMillis));
    }

    /** @return 0 to {@code limitMillis}, both included: the wait after a start, when a whole fleet starts at once. */
    public static int delay(Random random, int limitMillis) {
        return limitMillis <= 0 ? 0 : random.nextInt(limitMillis == Integer.MAX_VALUE ? limitMillis : limitMillis + 1);
    }
}
