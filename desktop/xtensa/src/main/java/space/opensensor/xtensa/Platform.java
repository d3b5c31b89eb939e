package space.opensensor.xtensa;

/** What the machine beneath the product has. A JDK has hash functions of its own, whatever this says. */
public final class Platform {

    private static boolean sha256;

    private Platform() {
    }

    /** Says whether {@code java.security.MessageDigest} has SHA-256. */
    static void setSha256(boolean exists) {
        sha256 = exists;
    }

    /** @return whether it has; not at the start. */
    public static boolean hasSha256() {
        return sha256;
    }
}
