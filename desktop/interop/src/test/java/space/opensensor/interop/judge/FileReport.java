package space.opensensor.interop.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** What is found in a file: its footer and every page header, parsed by parquet-java's Thrift structures. */
public final class FileReport {

    /** Length of the magic number before the footer's length, and after it (Parquet format, "File format"). */
    private static final int TAIL = 8;

    private final String name;
    private final int length;
    private final FileMetaData footer;
    private final List<ChunkReport> chunks = new ArrayList<>();

    private FileReport(String name, byte[] file) throws IOException {
        this.name = name;
        this.length = file.length;
        int footerLength = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TAIL);
        footer = Util.readFileMetaData(new ByteArrayInputStream(file, file.length - TAIL - footerLength, footerLength));
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                chunks.add(report(file, chunk));
            }
        }
    }

    /** @throws UncheckedIOException where the file cannot be parsed */
    public static FileReport of(Path file) {
        try {
            return new FileReport(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException cause) {
            throw new UncheckedIOException(file.toString(), cause);
        }
    }

    /** @return name of the file, without folder and ending */
    public String name() {
        return name.replace(".parquet", "");
    }

    public FileMetaData footer() {
        return footer;
    }

    public List<ChunkReport> chunks() {
        return chunks;
    }

    /** @return whether a data page of a column of this physical type has this encoding */
    public boolean has(String type, String encoding) {
        return chunks.stream().anyMatch(chunk -> chunk.type().equals(type) && chunk.encodings().contains(encoding));
    }

    /** @return whether a data page has this encoding */
    public boolean hasEncoding(String encoding) {
        return chunks.stream().anyMatch(chunk -> chunk.encodings().contains(encoding));
    }

    public boolean hasCodec(String codec) {
        return chunks.stream().anyMatch(chunk -> chunk.codec().equals(codec));
    }

    /** @return whether a column has this logical type, named as in parquet.thrift ({@code FLOAT16}, {@code TIMESTAMP}) */
    public boolean hasLogical(String logicalType) {
        return chunks.stream().anyMatch(chunk -> chunk.logicalType().startsWith(logicalType));
    }

    public boolean hasUpperCaseName() {
        return chunks.stream().anyMatch(chunk -> chunk.column().chars().anyMatch(Character::isUpperCase));
    }

    /** @return whether a list column without offset index begins its data so near to the end that chunk, or size, is beyond */
    public boolean hasListPageNearTheEnd(int size) {
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData meta = chunk.getMeta_data();
                long end = meta.getData_page_offset() + Math.min(size, meta.getTotal_compressed_size());
                if (meta.getPath_in_schemaSize() > 1 && !chunk.isSetOffset_index_offset() && end > length) {
                    return true;
                }
            }
        }
        return false;
    }

    private ChunkReport report(byte[] file, ColumnChunk chunk) throws IOException {
        ColumnMetaData meta = chunk.getMeta_data();
        List<SchemaElement> path = path(meta.getPath_in_schema());
        SchemaElement leaf = path.get(path.size() - 1);
        Set<String> encodings = new TreeSet<>();
        Set<Integer> versions = new TreeSet<>();
        int pages = 0;
        boolean checked = true;
        boolean dictionary = meta.isSetDictionary_page_offset();
        int start = (int) (dictionary ? meta.getDictionary_page_offset() : meta.getData_page_offset());
        ByteArrayInputStream in = new ByteArrayInputStream(file, start, (int) meta.getTotal_compressed_size());
        while (in.available() > 0) {
            PageHeader header = Util.readPageHeader(in);
            in.skip(header.getCompressed_page_size());
            checked &= header.isSetCrc();
            if (header.getType() == PageType.DATA_PAGE) {
                encodings.add(header.getData_page_header().getEncoding().name());
                versions.add(1);
                pages++;
            } else if (header.getType() == PageType.DATA_PAGE_V2) {
                encodings.add(header.getData_page_header_v2().getEncoding().name());
                versions.add(2);
                pages++;
            }
        }
        return new ChunkReport(path.get(0).getName(), meta.getType().name(), ChunkReport.logicalType(leaf), repetition(path),
                meta.getCodec().name(), encodings, versions, pages, dictionary, checked,
                meta.isSetStatistics() && meta.getStatistics().isSetMin_value(), chunk.isSetColumn_index_offset(),
                meta.isSetBloom_filter_offset());
    }

    private static String repetition(List<SchemaElement> path) {
        String outer = path.get(0).getRepetition_type().name();
        if (path.size() == 1) {
            return outer;
        }
        FieldRepetitionType element = path.get(path.size() - 1).getRepetition_type();
        return outer + " list of " + element.name();
    }

    /** Walks the flattened schema tree, which is in depth-first order (parquet.thrift, FileMetaData.schema). */
    private List<SchemaElement> path(List<String> names) {
        List<SchemaElement> path = new ArrayList<>();
        int at = 0;
        for (String name : names) {
            int children = footer.getSchema().get(at).getNum_children();
            at++;
            while (!footer.getSchema().get(at).getName().equals(name)) {
                if (--children == 0) {
                    throw new IllegalArgumentException("no column " + names + " in the schema");
                }
                at = after(at);
            }
            path.add(footer.getSchema().get(at));
        }
        return path;
    }

    private int after(int at) {
        int next = at + 1;
        for (int i = 0; i < footer.getSchema().get(at).getNum_children(); i++) {
            next = after(next);
        }
        return next;
    }
}
