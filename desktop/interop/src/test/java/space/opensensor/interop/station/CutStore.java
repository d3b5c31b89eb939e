package space.opensensor.interop.station;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import space.opensensor.s3.Body;
import space.opensensor.station.ObjectStore;

/**
 * A bucket with conditional writes: an object that is there is never replaced. S3Proxy, Ceph and the S3 client's own
 * campaigns show that this is what {@link space.opensensor.station.S3Store} makes of a real one.
 */
final class CutStore implements ObjectStore {

    final Map<String, byte[]> objects = new TreeMap<>();
    /** Keys of objects that are here while the station does not know it, or has not been able to delete its file. */
    final Set<String> unconfirmed = new TreeSet<>();
    private String lastKey;
    private Random random;
    private Runnable beforeRequest = () -> { };
    private Runnable beforeAnswer = () -> { };

    /** Is told of the two moments of an upload at which a cut makes a difference. */
    void listen(Runnable request, Runnable answer) {
        this.beforeRequest = request;
        this.beforeAnswer = answer;
    }

    /** Breaks off now and then, before or after storing; null for never. */
    void failures(Random source) {
        this.random = source;
    }

    /** Is told how the last upload ended for the station. */
    void ended(boolean well) {
        if (well) {
            this.unconfirmed.remove(this.lastKey);
        } else if (this.objects.containsKey(this.lastKey)) {
            this.unconfirmed.add(this.lastKey);
        }
    }

    private void maybeBreakOff(String when) throws IOException {
        if (this.random != null && this.random.nextInt(3) == 0) {
            throw new IOException("connection reset " + when);
        }
    }

    @Override
    public boolean store(String key, Body body) throws IOException {
        this.lastKey = key;
        byte[] content;
        try (InputStream in = body.open()) {
            content = in.readNBytes((int) body.length());
        }
        if (content.length != body.length()) {
            throw new IOException(key + ": " + content.length + " of " + body.length() + " bytes");
        }
        this.beforeRequest.run();
        maybeBreakOff("before storing");
        byte[] there = this.objects.putIfAbsent(key, content);
        this.beforeAnswer.run();
        maybeBreakOff("after storing");
        return there == null || Arrays.equals(there, content);
    }
}
