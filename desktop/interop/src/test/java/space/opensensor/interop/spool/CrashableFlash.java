package space.opensensor.interop.spool;

import space.opensensor.spool.Flash;

/** A flash that tells before each of its steps that the power may go now, and what a reboot would find. */
public interface CrashableFlash extends Flash {

    /** Is told of every moment at which a cut would make a difference. */
    interface Listener {
        /**
         * @param flash stands still during the call; use {@link CrashableFlash#restarted(int)}.
         * @param step what comes next.
         */
        void before(CrashableFlash flash, String step);
    }

    /** Sets the one listener; null for none. */
    void listen(Listener listener);

    /** @return in how many ways a cut at this moment may leave the flash, 1 or more. */
    int variants();

    /** @return an independent flash as a reboot finds it after a cut at this moment; nothing is open, nothing listens. */
    CrashableFlash restarted(int variant);

    /** Forgets what is open: the program was started anew, the power stayed. */
    void closeAll();

    /** @return the most files that were open at once. */
    int mostOpen();
}
