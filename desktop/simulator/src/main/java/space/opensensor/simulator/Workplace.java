package space.opensensor.simulator;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import space.opensensor.s3.S3Client;
import space.opensensor.simulator.s3.Bucket;
import space.opensensor.simulator.s3.EmbeddedS3;
import space.opensensor.simulator.s3.StationS3;
import space.opensensor.simulator.s3.Stored;
import space.opensensor.simulator.sensors.Series;
import space.opensensor.simulator.sensors.Timeline;
import space.opensensor.simulator.verify.Duck;
import space.opensensor.simulator.verify.Ledger;
import space.opensensor.simulator.verify.Verdict;
import space.opensensor.spool.FileFlash;
import space.opensensor.spool.Flash;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.spool.Spool;
import space.opensensor.station.S3Store;
import space.opensensor.station.OfflineCapacity;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** What a simulated station works with: a folder as its flash, an S3 server, a folder for what comes back. */
final class Workplace implements AutoCloseable {

    private static final int CLUSTER_BYTES = 4096;
    private static final int KIBIBYTE = 1024;

    private final StationConfig config;
    private final EmbeddedS3 server;
    private final EmbeddedS3 window;
    private final Path folder;
    private final Path flash;
    private final Path objects;
    /** The raw partition of the spool; null: it lies in a folder. */
    private final PartitionImage partition;
    private boolean keepFlash;

    private Workplace(StationConfig config, boolean raw, EmbeddedS3 server, EmbeddedS3 window, Path folder, Path out) {
        this.config = config;
        this.server = server;
        this.window = window;
        this.folder = folder;
        this.partition = raw ? PartitionImage.blank(config.number(StationConfig.SPOOL_SIZE) * KIBIBYTE) : null;
        this.flash = folder.resolve(raw ? "spool.bin" : "flash");
        this.objects = out == null ? folder.resolve("objects") : out;
    }

    /**
     * Sets everything up.
     *
     * @param raw whether the spool lies on a raw partition.
     * @param embedded whether a server is started in this process, unless the station stays offline.
     * @param out folder that keeps the objects; null for one that goes away.
     * @throws Failure if the configuration is not allowed.
     */
    static Workplace create(StationConfig config, boolean raw, boolean embedded, boolean virtualHost, Path out)
            throws IOException {
        boolean online = config.number(StationConfig.MODE) == StationConfig.ONLINE;
        EmbeddedS3 server = null;
        EmbeddedS3 plain = null;
        if (online && embedded) {
            server = EmbeddedS3.inMemory(virtualHost);
            plain = virtualHost ? server.withoutVirtualHost() : server;
            configure(config, server, virtualHost);
        }
        try {
            config.validate();
        } catch (IllegalArgumentException e) {
            closeAll(server, plain);
            throw Failure.usage(e.getMessage());
        }
        return new Workplace(config, raw, server, plain, Files.createTempDirectory("station-"), out);
    }

    private static void configure(StationConfig config, EmbeddedS3 server, boolean virtualHost) {
        StoreFlags.set(config, "endpoint", server.endpoint().toString());
        StoreFlags.set(config, "addressing", virtualHost ? "virtual-host" : "path");
        StoreFlags.set(config, "access_key", server.accessKey());
        StoreFlags.set(config, "secret_key", server.secretKey());
        if (config.text(StationConfig.BUCKET).isEmpty()) {
            StoreFlags.set(config, "bucket", "readings");
        }
        server.createBucket(config.text(StationConfig.BUCKET));
    }

    private static void closeAll(EmbeddedS3 server, EmbeddedS3 plain) {
        if (plain != null && plain != server) {
            plain.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** Runs the station, fetches what it stored and compares. */
    SimulationReport run(Timeline timeline, Series series, long seed, Progress progress)
            throws IOException, SQLException {
        Ledger ledger = new Ledger(this.config);
        Spool spool = new Spool(flash(), StoreSettings.spool(this.config));
        recover(spool);
        String capacity = OfflineCapacity.text(this.config, spool.freeBytes());
        boolean online = this.config.number(StationConfig.MODE) == StationConfig.ONLINE;
        SimulationReport report = online ? runOnline(timeline, series, seed, progress, spool, ledger)
                : runOffline(timeline, series, seed, progress, spool, ledger);
        report.dropped(spool.droppedReadings());
        return report.note(capacity);
    }

    private Flash flash() throws IOException {
        return this.partition != null ? new PartitionFlash(this.partition) : new FileFlash(this.flash.toFile(),
                (long) this.config.number(StationConfig.SPOOL_SIZE) * KIBIBYTE, CLUSTER_BYTES);
    }

    private static void recover(Spool spool) throws IOException {
        try {
            spool.recover();
        } catch (IllegalStateException e) {
            throw Failure.usage("spool_size: " + e.getMessage());
        }
    }

    private SimulationReport runOffline(Timeline timeline, Series series, long seed, Progress progress, Spool spool,
            Ledger ledger) throws IOException, SQLException {
        Simulation simulation = simulation(timeline, series, spool, null, seed, ledger);
        simulation.run(progress);
        this.keepFlash = true;
        List<Stored> files = SpoolFiles.copy(spool, this.config, this.objects);
        return compare(ledger, files, 0).note("The finished files stay in the spool: " + this.flash);
    }

    private SimulationReport runOnline(Timeline timeline, Series series, long seed, Progress progress, Spool spool,
            Ledger ledger) throws IOException, SQLException {
        try (S3Client client = client(); Bucket bucket = bucket(client)) {
            S3Store store = new S3Store(client);
            Set<String> before = this.server != null ? Set.of() : keys(bucket, ledger);
            Simulation simulation = simulation(timeline, series, spool, store, seed, ledger);
            try {
                simulation.run(progress);
            } catch (IOException e) {
                this.keepFlash = true;
                throw Failure.failed(Messages.of(e) + "; " + waiting(ledger, spool), e);
            }
            List<Stored> files = bucket.list(ledger.keyStart()).stream().filter(
                    object -> !before.contains(object.key()) || simulation.hasStored(object.key())).toList();
            for (Stored file : files) {
                bucket.download(file.key(), this.objects);
            }
            return compare(ledger, files, store.retries() + simulation.station().uploader().failures());
        }
    }

    /** Brings what waits in memory to flash, and says how much is there. */
    private String waiting(Ledger ledger, Spool spool) throws IOException {
        spool.sync();
        long waiting = 0;
        for (int i = 0; i < spool.objectCount(); i++) {
            waiting += spool.objectReadings(spool.objectName(i));
        }
        waiting += spool.logReadings();
        return waiting + " of " + ledger.count() + " accepted readings wait in the spool " + this.flash;
    }

    private Simulation simulation(Timeline timeline, Series series, Spool spool, S3Store store, long seed,
            Ledger ledger) {
        try {
            return new Simulation(this.config, timeline, series, spool, store, seed, ledger);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
    }

    private S3Client client() {
        try {
            return StationS3.client(this.config);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage());
        }
    }

    /** Returns the bucket, found where the station's own client would send a request. */
    private Bucket bucket(S3Client client) throws IOException {
        String name = this.config.text(StationConfig.BUCKET);
        String url = this.window != null ? this.window.endpoint() + "/" + name + "/k?" : client.presign("GET", "k", 1);
        boolean path = url.substring(0, url.indexOf('?')).endsWith("/" + name + "/k");
        String start = url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
        URI endpoint = URI.create(path ? start : start.replaceFirst("://" + Pattern.quote(name) + "\\.", "://"));
        return new Bucket(endpoint, this.config.text(StationConfig.REGION), path, name,
                this.config.text(StationConfig.ACCESS_KEY), this.config.text(StationConfig.SECRET_KEY),
                this.config.text(StationConfig.SESSION_TOKEN));
    }

    /** Returns the keys that the station has in the bucket already; none if they cannot be listed. */
    private static Set<String> keys(Bucket bucket, Ledger ledger) {
        try {
            return bucket.list(ledger.keyStart()).stream().map(Stored::key).collect(Collectors.toSet());
        } catch (Failure e) {
            return Set.of();
        }
    }

    private SimulationReport compare(Ledger ledger, List<Stored> files, int retries) throws SQLException {
        try (Duck duck = Duck.open()) {
            List<String> keys = files.stream().map(Stored::key).toList();
            Verdict verdict = ledger.compare(duck, this.objects, keys);
            List<String> readings = keys.stream().filter(Ledger::holdsReadings).toList();
            String summary = readings.isEmpty() ? "" : duck.summary(this.objects, readings);
            return new SimulationReport(verdict, files, summary, retries);
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(this.server, this.window);
        delete(this.folder.resolve("objects"));
        if (!this.keepFlash) {
            delete(this.folder);
        } else if (this.partition != null) {
            this.partition.save(this.flash);
        }
    }

    /** Deletes a folder with what is in it. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
