package space.opensensor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import space.opensensor.interop.judge.NodePackages;

/** Writers of the JavaScript world in a Node of their own ({@code writers.mjs}), which has the month in its memory. */
final class NodeWriters implements AutoCloseable {

    static final String[] NAMES = {"hyparquet-writer", "parquet-wasm"};

    private final Process node;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private NodeWriters(Month month, Path out, Path folder) throws IOException {
        Path data = folder.resolve("month.bin");
        Files.write(data, columns(month));
        List<String> command = new ArrayList<>(List.of("node", "writers.mjs", data.toString(), "" + month.rows, out.toString()));
        for (int c = 0; c <= Month.FLOATS; c++) {
            command.add(Month.name(c));
        }
        this.node = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        this.orders = new PrintWriter(node.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** @return writers of a month into a file; null, after saying why, where Node or npm cannot provide them */
    static NodeWriters open(Month month, Path out) throws IOException {
        Path module = module();
        NodePackages packages = new NodePackages(module.resolve("src").resolve("node"), module.resolve("target").resolve("node"),
                "writers.mjs");
        String reason = packages.install();
        if (reason != null) {
            System.out.println("left out: " + String.join(", ", NAMES) + " (" + reason + ")");
            return null;
        }
        return new NodeWriters(month, out, packages.folder());
    }

    private static Path module() {
        try {
            Path classes = Path.of(NodeWriters.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return classes.getParent().getParent();
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static byte[] columns(Month month) {
        ByteBuffer columns = ByteBuffer.allocate(month.rows * (Long.BYTES + Month.FLOATS * Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long time : month.time) {
            columns.putLong(time);
        }
        for (float[] values : month.values) {
            for (float value : values) {
                columns.putFloat(value);
            }
        }
        return columns.array();
    }

    /** Writes the file; returns nanoseconds of processor time of all threads of Node. */
    long write(String writer) throws IOException {
        orders.println(writer);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(writer + " wrote no file");
        }
        return Long.parseLong(answer);
    }

    @Override
    public void close() {
        orders.close();
        node.destroy();
    }
}
