package space.opensensor.simulator;

import java.io.IOException;
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

    /** The largest object of one request (Amazon S3 quotas), 5 GiB. */
    private static final long MAX_BYTES = 5L << 30;

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
        if (bytes > MAX_BYTES) {
            throw Failure.failed(this.file + ": " + bytes + " bytes are too many; 5 GiB are allowed");
        }
        StationConfig config = this.store.remote(this.s3);
        String name = config.text(StationConfig.PREFIX)
                + (this.key == null ? this.file.getFileName().toString() : this.key);
        try (S3Client client = StationS3.client(config, framed(config), System::currentTimeMillis);
                Progress progress = Progress.start("upload", bytes, this.spec.commandLine().getErr(), this.quiet)) {
            PutObjectOptions options = new PutObjectOptions().createOnly(this.createOnly);
            PutObjectResult result = client.putObject(name, new FileBody(this.file, progress::stepTo), options);
            this.spec.commandLine().getOut().println(config.text(StationConfig.BUCKET) + "/" + name + ": " + bytes
                    + " bytes, ETag " + result.etag() + ", " + verification(result));
        }
        return 0;
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
