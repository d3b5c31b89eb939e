package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.PartSource;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.PutObjectResult;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.simulator.s3.FileBody;
import space.opensensor.simulator.s3.StationS3;
import space.opensensor.station.StationConfig;
import space.opensensor.station.StoreSettings;

/** One file into a bucket, with the station's S3 client. */
@Command(name = "upload", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "Upload a file with the station's S3 client, and verify that it is there.",
                "Credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN." })
final class UploadCommand implements Callable<Integer> {

    private static final long MIB = 1 << 20;

    /** Files beyond this go in parts. */
    private static final long LARGE = 100 * MIB;
    private static final long USUAL_PART = 16 * MIB;

    /** Quotas of Amazon S3: the largest body of one request, the smallest part but the last, the number of parts. */
    private static final long MAX_BODY = 5L << 30;
    private static final long MIN_PART = 5 * MIB;
    private static final int MAX_PARTS = 10000;

    /** How the body is framed and protected. */
    enum Mode {
        FIXED, SIGNED, AWS_CHUNKED, AWS_CHUNKED_TRAILER;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(paramLabel = "FILE", description = "File to upload.")
    private Path file;

    @Option(names = "--s3", paramLabel = "URL", description = "Endpoint: https://host[:port]; or see --store.")
    private String s3;

    @Mixin
    private StoreFlags store;

    @Option(names = "--key", paramLabel = "KEY",
            description = "Default: the name of the file. --prefix goes before it.")
    private String key;

    @Option(names = "--mode", defaultValue = "fixed", paramLabel = "fixed|signed|aws-chunked|aws-chunked-trailer",
            description = "fixed: with its length, unsigned; signed: SHA-256 in the signature; aws-chunked: chunks"
                    + " signed one by one; aws-chunked-trailer: the same with a check sum behind, over TLS unsigned."
                    + " Default: ${DEFAULT-VALUE}.")
    private Mode mode;

    @Option(names = "--create-only", description = "Refuse if another object has the key.")
    private boolean createOnly;

    @Option(names = "--part", paramLabel = "SIZE", converter = Bytes.class,
            description = "Upload in parts of SIZE, 5M to 5G (K, M, G: 2^10, 2^20, 2^30). An interrupted upload goes on"
                    + " where it was when the same command is given again; FILE.upload keeps its state. Default: one"
                    + " request up to 100M, parts of 16M or more beyond, in the modes fixed and signed.")
    private Long part;

    @Option(names = "--show-signing", description = "Show canonical requests and strings to sign on stderr; no secret.")
    private boolean showSigning;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(this.file)) {
            throw new NoSuchFileException(this.file.toString());
        }
        long bytes = Files.size(this.file);
        long partBytes = partBytes(bytes);
        StationConfig config = this.store.remote(this.s3);
        String name = config.text(StationConfig.PREFIX)
                + (this.key == null ? this.file.getFileName().toString() : this.key);
        PrintWriter err = this.spec.commandLine().getErr();
        try (S3Client client = StationS3.client(config, framed(config), System::currentTimeMillis);
                Progress progress = Progress.start("upload", bytes, err, this.quiet)) {
            client.trace(this.showSigning ? new ShownSigning(err) : null);
            PutObjectOptions options = new PutObjectOptions().createOnly(this.createOnly);
            PutObjectResult result = partBytes < bytes ? inParts(client, name, bytes, partBytes, options, progress)
                    : client.putObject(name, new FileBody(this.file, 0, bytes, progress::stepTo), options);
            this.spec.commandLine().getOut().println(config.text(StationConfig.BUCKET) + "/" + name + ": " + bytes
                    + " bytes, ETag " + result.etag() + ", " + verification(result));
        }
        return 0;
    }

    /** Returns how long parts are; the whole file for an upload in one request. */
    private long partBytes(long bytes) {
        boolean fixed = this.mode == Mode.FIXED || this.mode == Mode.SIGNED;
        if (this.part != null && !fixed) {
            throw Failure.usage("--part: goes with the modes fixed and signed, not with " + this.mode);
        }
        if (this.part != null && (this.part < MIN_PART || this.part > MAX_BODY)) {
            throw Failure.usage("--part: " + this.part + " bytes are not allowed; 5M to 5G are");
        }
        long least = (bytes / MAX_PARTS / MIB + 1) * MIB;
        long chosen = this.part != null ? this.part : fixed && bytes > LARGE ? Math.max(USUAL_PART, least) : bytes;
        if (chosen > MAX_BODY || chosen < bytes && (bytes - 1) / chosen >= MAX_PARTS) {
            throw Failure.failed(this.file + ": " + bytes + " bytes are too many; 5 GiB in one request and " + MAX_PARTS
                    + " parts are allowed");
        }
        return chosen;
    }

    private PutObjectResult inParts(S3Client client, String name, long bytes, long partBytes, PutObjectOptions options,
            Progress progress) throws IOException {
        int parts = (int) ((bytes - 1) / partBytes + 1);
        UploadState state = new UploadState(this.file.resolveSibling(this.file.getFileName() + ".upload"),
                client.presign("GET", name, 1).replaceFirst("\\?.*", ""));
        PartSource source = number -> number > parts ? null : part((number - 1) * partBytes, bytes, partBytes, progress);
        return client.putParts(name, state.uploadId(), source, parts, options, state::keep);
    }

    private FileBody part(long offset, long bytes, long partBytes, Progress progress) throws IOException {
        return new FileBody(this.file, offset, Math.min(partBytes, bytes - offset), progress::stepTo);
    }

    private S3Config framed(StationConfig config) {
        boolean secure = !config.text(StationConfig.ENDPOINT).startsWith("http:");
        S3Config framed = StoreSettings.s3(config).transferEncodingChunked(false);
        return switch (this.mode) {
        case FIXED -> framed.bodyMode(BodyMode.UNSIGNED);
        case SIGNED -> framed.bodyMode(BodyMode.SIGNED);
        case AWS_CHUNKED -> framed.bodyMode(BodyMode.CHUNKED_SIGNED);
        default -> framed.checksum(Checksum.CRC32)
                .bodyMode(secure ? BodyMode.CHUNKED_UNSIGNED_TRAILER : BodyMode.CHUNKED_SIGNED_TRAILER);
        };
    }

    private static String verification(PutObjectResult result) {
        String there = result.alreadyThere() ? "was there already, " : "";
        return there + switch (result.verification()) {
        case PutObjectResult.BY_MD5 -> "verified by its MD5";
        case PutObjectResult.BY_CHECKSUM -> "verified by its check sum";
        case PutObjectResult.BY_STATUS -> "accepted, not verified: the store lets nobody ask for it";
        default -> "verified by its size";
        };
    }
}
