package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import space.opensensor.simulator.s3.EmbeddedS3;

/** Runs the S3 server of the simulator as a process of its own. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Run the simulator's S3 server (S3Proxy) until interrupted. It listens on 127.0.0.1 only.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "0", description = "Port; 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--data", required = true, description = "Folder for the objects, one folder per bucket.")
    private Path data;

    @Option(names = "--bucket", defaultValue = "readings",
            description = "Bucket made if it is not there. Default: ${DEFAULT-VALUE}.")
    private String bucket;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (this.port < 0 || this.port > 65535) {
            throw Failure.usage("--port: " + this.port + " is not allowed; 0 to 65535 is");
        }
        Files.createDirectories(this.data);
        String access = environment("AWS_ACCESS_KEY_ID", EmbeddedS3.randomAccessKey());
        String secret = environment("AWS_SECRET_ACCESS_KEY", EmbeddedS3.randomSecretKey());
        try (EmbeddedS3 server = EmbeddedS3.inFolder(this.data, this.port, access, secret)) {
            server.createBucket(this.bucket);
            announce(server);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void announce(EmbeddedS3 server) {
        PrintWriter out = this.spec.commandLine().getOut();
        out.println("S3 server at " + server.endpoint() + ", bucket " + this.bucket + ", objects in " + this.data);
        if (System.getenv("AWS_SECRET_ACCESS_KEY") == null) {
            out.println("export AWS_ACCESS_KEY_ID=" + server.accessKey());
            out.println("export AWS_SECRET_ACCESS_KEY=" + server.secretKey());
        }
        out.println("./station simulate --s3 " + server.endpoint() + " --bucket " + this.bucket + " --path-style");
        out.flush();
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
