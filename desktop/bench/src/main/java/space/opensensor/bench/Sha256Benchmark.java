package space.opensensor.bench;

import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import space.opensensor.crypto.JavaSha256;
import space.opensensor.crypto.PlatformSha256;
import space.opensensor.crypto.Sha256;

/** SHA-256 in own code and of the platform; one operation is one digest of {@link #bytes}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Sha256Benchmark {

    /** Bytes of a message. */
    @Param({"1024", "8192", "65536"})
    public int bytes;

    private final byte[] digest = new byte[Sha256.DIGEST_BYTES];
    private byte[] message;
    private Sha256 own;
    private Sha256 platform;

    @Setup
    public void setup() throws NoSuchAlgorithmException {
        message = new byte[bytes];
        new Random(bytes).nextBytes(message);
        own = new JavaSha256();
        platform = new PlatformSha256();
    }

    @Benchmark
    public byte[] own() {
        own.update(message, 0, bytes);
        own.digest(digest, 0);
        return digest;
    }

    @Benchmark
    public byte[] platform() {
        platform.update(message, 0, bytes);
        platform.digest(digest, 0);
        return digest;
    }
}
