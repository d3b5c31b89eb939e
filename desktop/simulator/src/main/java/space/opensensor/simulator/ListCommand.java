package space.opensensor.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.s3.S3Client;
import space.opensensor.simulator.s3.StationS3;
import space.opensensor.station.StationConfig;

/** The objects of a bucket, with the station's S3 client. */
@Command(name = "ls", mixinStandardHelpOptions = true, sortOptions = false,
        description = { "List objects with the station's S3 client: bytes, ETag, key.",
                "Credentials come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN." })
final class ListCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", defaultValue = "", paramLabel = "PREFIX",
            description = "What the keys start with. Default: all. --prefix goes before it.")
    private String start;

    @Option(names = "--s3", paramLabel = "URL", description = "Endpoint: https://host[:port]; or see --store.")
    private String s3;

    @Mixin
    private StoreFlags store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = this.spec.commandLine().getOut();
        StationConfig config = this.store.remote(this.s3);
        try (S3Client client = StationS3.client(config)) {
            int objects = client.listObjects(config.text(StationConfig.PREFIX) + this.start, (key, size, etag) ->
                    out.println(String.format(Locale.ROOT, "%12d  %-35s  %s", size, etag == null ? "" : etag, key)));
            out.println(objects + (objects == 1 ? " object" : " objects"));
        }
        return 0;
    }
}
