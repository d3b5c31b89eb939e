package space.opensensor.device;

import java.io.IOException;

import space.opensensor.s3.Body;
import space.opensensor.s3.S3Client;
import space.opensensor.station.ObjectStore;
import space.opensensor.station.S3Store;
import space.opensensor.station.StationConfig;

/**
 * Stores objects in a bucket, and keeps over a restart what the store turned out not to do: one number in NVS, of which
 * the low three bits are {@link S3Client#capabilities()} and the others tell whose they are.
 */
final class LearningStore implements ObjectStore {

    private static final int CAPABILITIES = 7;

    private final S3Client client;
    private final S3Store store;
    private final int owner;
    private final Console console;
    private int kept;

    LearningStore(S3Client client, StationConfig settings, Console console) {
        this.client = client;
        this.store = new S3Store(client);
        this.owner = (settings.text(StationConfig.STORE) + ' ' + settings.text(StationConfig.ENDPOINT) + ' '
                + settings.text(StationConfig.BUCKET) + settings.text(StationConfig.BROKER)).hashCode() & ~CAPABILITIES;
        this.console = console;
        recall();
    }

    /** Takes what an earlier boot has learnt, if it was about this store. */
    private void recall() {
        this.kept = this.owner | this.client.capabilities();
        try {
            int number = KeptNumber.read(KeptNumber.STORE);
            if ((number & ~CAPABILITIES) == this.owner) {
                this.client.capabilities(this.client.capabilities() | number & CAPABILITIES);
                this.kept = number;
            }
        } catch (IOException e) {
            this.console.tell(Event.STORE_UNKNOWN, e.getMessage());
        }
    }

    @Override
    public boolean store(String key, Body body) throws IOException {
        boolean stored = this.store.store(key, body);
        int learnt = this.owner | this.client.capabilities();
        if (learnt != this.kept) {
            this.kept = learnt;
            keep();
        }
        return stored;
    }

    /** @return requests repeated in uploads that succeeded. */
    int retries() {
        return this.store.retries();
    }

    private void keep() {
        try {
            KeptNumber.write(KeptNumber.STORE, this.kept);
        } catch (IOException e) {
            this.console.tell(Event.STORE_UNKNOWN, e.getMessage());
        }
    }
}
