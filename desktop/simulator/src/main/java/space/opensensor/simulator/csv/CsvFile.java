package space.opensensor.simulator.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import space.opensensor.simulator.Failure;

/**
 * A CSV file in UTF-8 with a header row, read from the front as often as wanted. Every row has as many cells as the
 * header; lines without any cell are skipped, unless the file has one column only.
 */
public final class CsvFile {

    /** Receives the rows. */
    @FunctionalInterface
    public interface RowConsumer {
        /** @param row the cells; valid during the call only. */
        void accept(Row row) throws IOException;
    }

    private final Path path;
    private final char separator;
    private final List<String> header;

    private CsvFile(Path path, char separator, List<String> header) {
        this.path = path;
        this.separator = separator;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws Failure if there is no such file, it is empty, or a name is empty or used twice.
     */
    public static CsvFile open(Path path, char separator) {
        if (Files.isDirectory(path)) {
            throw Failure.failed(path + ": is a directory, not a CSV file");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw Failure.failed(path + ": is no regular file, but must be read twice");
        }
        List<String> header = new CsvFile(path, separator, List.of()).readHeader();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.isEmpty()) {
                throw Failure.failed(path + ", line 1: the name of column " + (i + 1) + " is empty");
            }
            if (!seen.add(name)) {
                throw Failure.failed(path + ", line 1: the column name \"" + name + "\" is used twice");
            }
        }
        return new CsvFile(path, separator, header);
    }

    /** @return the names of the columns, in order, trimmed. */
    public List<String> header() {
        return this.header;
    }

    /** @return the file. */
    public Path path() {
        return this.path;
    }

    /**
     * Passes every row on, front to back.
     *
     * @throws Failure if a row has more or fewer cells than the header, a quote is not closed, or the text is not
     *         UTF-8.
     * @throws IOException from the consumer or from reading.
     */
    public void forEach(RowConsumer consumer) throws IOException {
        try (Rows rows = rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                consumer.accept(row);
            }
        }
    }

    /** Opens the rows below the header; close it after use. */
    public Rows rows() throws IOException {
        return new Rows(this, records());
    }

    private List<String> readHeader() {
        try (CloseableIterator<CsvRecord> records = records()) {
            if (!records.hasNext()) {
                throw Failure.failed(this.path + ": is empty; a header row is needed");
            }
            return records.next().getFields().stream().map(String::trim).toList();
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
    }

    private CloseableIterator<CsvRecord> records() throws IOException {
        return CsvReader.builder().fieldSeparator(this.separator).skipEmptyLines(false).detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(this.path).iterator();
    }

    /** @return what to say when the file cannot be read. */
    Failure unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException) {
                return Failure.failed(this.path + ": there is no such file", e);
            }
            if (cause instanceof MalformedInputException) {
                return Failure.failed(this.path + ": is not UTF-8 text", e);
            }
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Failure.failed(this.path + ": " + root.getMessage(), e);
    }
}
