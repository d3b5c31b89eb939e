package space.opensensor.device;

import java.security.SecureRandom;

/** Numbers that differ from device to device and from boot to boot, though every clock starts at the same time. */
final class Entropy {

    private Entropy() {
    }

    /** @return 64 bits of the platform's random generator. */
    static long seed() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        long seed = 0;
        for (int i = 0; i < bytes.length; i++) {
            seed = seed << 8 | bytes[i] & 0xFF;
        }
        return seed;
    }
}
