package space.opensensor.xtensa;

import java.io.IOException;
import java.util.Random;

import space.opensensor.s3.Body;
import space.opensensor.s3.BodyMode;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.StaticCredentials;

/** One file, read from {@code upload.bin}, uploaded in every body mode, with own SHA-256 and the platform's; presigned URLs. */
final class Uploads {

    /** 2026-03-01T12:34:56Z. */
    private static final long TIME = 1772368496000L;
    private static final String KEY = "station=emulated/year=2026/month=03/day=01/data_1230.parquet";
    private static final int MAX_FILE = 65536;
    private static final String[] MODES = { "unsigned", "signed", "chunked", "trailer", "signed-trailer" };
    private static final String TOKEN = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqw"
            + "AeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI";
    private static final String[] METHODS = { "GET", "PUT", "HEAD", "DELETE" };

    private final Meter meter = new Meter();
    private final SteppingClock clock = new SteppingClock(TIME);
    private final RecordedNetwork network = new RecordedNetwork(this.meter);

    /** Uploads and presigns. */
    void run() throws IOException {
        byte[] file = new byte[MAX_FILE];
        int length = Host.read("upload.bin", 0, file);
        Body body = new FlashBody(new RecordedFlash(Host.flash(), this.meter), "upload", file, length);
        this.network.expect(length);
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED_TRAILER; mode++) {
            Platform.setSha256(false);
            upload(body, mode, "");
            Platform.setSha256(true);
            upload(body, mode, "-native");
        }
        presign();
    }

    /** The first upload makes what all need, the second one counts. */
    private void upload(Body body, int mode, String hash) throws IOException {
        S3Client client = client(mode);
        PutObjectOptions options = new PutObjectOptions().createOnly(true);
        client.putObject(KEY, body, options);
        this.meter.reset();
        this.meter.enter(Phase.UPLOAD);
        client.putObject(KEY, body, options);
        this.meter.leave();
        this.meter.print("uploads." + MODES[mode] + hash);
    }

    private S3Client client(int mode) {
        boolean trailer = mode >= BodyMode.CHUNKED_UNSIGNED_TRAILER;
        S3Config config = new S3Config("https://s3.eu-central-1.amazonaws.com", "eu-central-1", "examplebucket")
                .bodyMode(mode).checksum(trailer ? Checksum.CRC32 : Checksum.NONE)
                .transferEncodingChunked(mode == BodyMode.CHUNKED_SIGNED);
        Credentials credentials = new Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                mode == BodyMode.SIGNED ? TOKEN : null,
                Credentials.NEVER);
        return new S3Client(config, this.network, new StaticCredentials(credentials), this.clock,
                new NoWaiting(), new Random(1));
    }

    private void presign() throws IOException {
        Recorder urls = new Recorder("presigned.txt");
        S3Client client = client(BodyMode.UNSIGNED);
        for (int i = 0; i < METHODS.length; i++) {
            urls.line(client.presign(METHODS[i], "a key/with \u20ac & + signs", 3600));
        }
    }
}
