package space.opensensor.simulator.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import space.opensensor.simulator.Failure;

/** A bucket as AWS's own client sees it: what the station uploaded is looked at with other code than uploaded it. */
public final class Bucket implements AutoCloseable {

    private final S3Client client;
    private final String name;

    /**
     * Makes a client; nothing is sent.
     *
     * @param session session token, empty for none.
     */
    public Bucket(URI endpoint, String region, boolean pathStyle, String name, String access, String secret,
            String session) {
        AwsCredentials credentials = session.isEmpty() ? AwsBasicCredentials.create(access, secret)
                : AwsSessionCredentials.create(access, secret, session);
        this.name = name;
        this.client = S3Client.builder().endpointOverride(endpoint).region(Region.of(region)).forcePathStyle(pathStyle)
                .credentialsProvider(StaticCredentialsProvider.create(credentials)).build();
    }

    /**
     * Lists objects.
     *
     * @param prefix what their keys start with.
     * @throws Failure with the store's error.
     */
    public List<Stored> list(String prefix) {
        List<Stored> objects = new ArrayList<>();
        try {
            this.client.listObjectsV2Paginator(request -> request.bucket(this.name).prefix(prefix)).contents()
                    .forEach(object -> objects.add(new Stored(object.key(), object.size(),
                            object.eTag() == null ? "" : object.eTag().replace("\"", ""))));
        } catch (SdkException e) {
            throw Failure.failed("Listing " + this.name + "/" + prefix + ": " + e.getMessage(), e);
        }
        return objects;
    }

    /**
     * Downloads an object to {@code folder/key}.
     *
     * @throws Failure with the store's error, or if the key would lead out of the folder.
     */
    public void download(String key, Path folder) throws IOException {
        Path file = folder.resolve(key).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw Failure.failed("The key " + key + " cannot be a path below " + folder);
        }
        Files.createDirectories(file.getParent());
        try {
            Files.write(file, this.client.getObjectAsBytes(r -> r.bucket(this.name).key(key)).asByteArray());
        } catch (SdkException e) {
            throw Failure.failed("Downloading " + this.name + "/" + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        this.client.close();
    }
}
