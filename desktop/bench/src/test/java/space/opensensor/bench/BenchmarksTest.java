package space.opensensor.bench;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.junit.Test;

/** Every benchmark once: what it measures is the real work. */
public class BenchmarksTest {

    private static final int ROWS = 5000;

    @Test
    public void everySnappyBenchmarkMakesWhatDecodes() throws IOException {
        SnappyBenchmark benchmark = new SnappyBenchmark();
        benchmark.pages = "window/plain";
        benchmark.tableBytes = 4096;
        benchmark.setup();
        assertEquals(9, benchmark.inputs.length);
        for (byte[] input : benchmark.inputs) {
            assertDecodes(input, benchmark.out, benchmark.fast(input));
            assertDecodes(input, benchmark.out, benchmark.high(input));
            assertDecodes(input, benchmark.out, benchmark.aircompressor(input));
            assertDecodes(input, benchmark.out, benchmark.iq80(input));
            assertDecodes(input, benchmark.out, benchmark.xerial(input));
        }
    }

    @Test
    public void everyWriterBenchmarkMakesTheSameTable() throws IOException, SQLException {
        WriterBenchmark benchmark = new WriterBenchmark();
        benchmark.rows = ROWS;
        benchmark.setup();
        try {
            benchmark.duckDbCopy();
            String expected = sums(benchmark);
            benchmark.oursAll();
            assertEquals(expected, sums(benchmark));
            benchmark.oursModern();
            assertEquals(expected, sums(benchmark));
            benchmark.parquetJava();
            assertEquals(expected, sums(benchmark));
            assertNodeWrites(expected, benchmark);
        } finally {
            benchmark.close();
        }
    }

    /** Where there is Node; a run without says so. */
    private static void assertNodeWrites(String expected, WriterBenchmark benchmark) throws IOException, SQLException {
        try (NodeWriters node = NodeWriters.open(new Month(ROWS), benchmark.file)) {
            for (String writer : node == null ? new String[0] : NodeWriters.NAMES) {
                Files.delete(benchmark.file);
                assertTrue(writer, node.write(writer) > 0);
                assertEquals(writer, expected, sums(benchmark));
            }
        }
    }

    @Test
    public void everyDigestIsTheSame() throws NoSuchAlgorithmException {
        Sha256Benchmark benchmark = new Sha256Benchmark();
        benchmark.bytes = ROWS;
        benchmark.setup();
        assertArrayEquals(benchmark.own().clone(), benchmark.platform().clone());
    }

    @Test
    public void everyUploadAndEveryPresignedUrlStoresTheObject() throws Exception {
        UploadBenchmark benchmark = new UploadBenchmark();
        benchmark.bytes = 200_000;
        benchmark.setup();
        try {
            String etag = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(benchmark.content));
            assertEquals(etag, benchmark.oursUnsigned());
            assertEquals(etag, benchmark.oursSigned());
            assertEquals(etag, benchmark.oursSignedChunks());
            assertEquals(etag, benchmark.oursSignedChunksAndTrailer());
            assertEquals(etag, benchmark.awsSdkUsual());
            assertEquals(etag, benchmark.awsSdkSigned());
            PresignBenchmark presign = new PresignBenchmark();
            presign.endpoint = benchmark.endpoint();
            presign.pathStyle = true;
            presign.setup();
            assertStores(presign.ours());
            assertStores(presign.awsSdk());
            assertStores(presign.minio());
        } finally {
            benchmark.stop();
        }
    }

    private static void assertStores(String url) throws IOException, InterruptedException {
        assertTrue(url, url.contains("station%3Dattic-1/year%3D2026"));
        HttpRequest put = HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofString("x")).build();
        assertEquals(200, HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private static void assertDecodes(byte[] input, byte[] out, int length) throws IOException {
        byte[] decoded = new byte[input.length];
        org.xerial.snappy.Snappy.uncompress(out, 0, length, decoded, 0);
        assertArrayEquals(input, decoded);
    }

    private static String sums(WriterBenchmark benchmark) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT concat_ws(' ', count(*)");
        for (int c = 0; c <= Month.FLOATS; c++) {
            query.append(", bit_xor(hash(").append(Month.name(c)).append("))");
        }
        query.append(") FROM '").append(benchmark.file).append('\'');
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query.toString())) {
            result.next();
            return result.getString(1);
        }
    }
}
