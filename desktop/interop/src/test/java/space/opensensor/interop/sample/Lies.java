package space.opensensor.interop.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.BloomFilterHeader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/**
 * A file about whose first column something false is said, by patching one structure of it. A judge that looks at the structure
 * gives a wrong answer or an error; one that gives the right answer does not look.
 */
public final class Lies {

    private static final int TAIL = 8;

    private final byte[] file;
    private final FileMetaData footer;
    private final ColumnChunk chunk;

    /** @param honest a file with one row group */
    public Lies(Path honest) throws IOException {
        file = Files.readAllBytes(honest);
        footer = Util.readFileMetaData(new ByteArrayInputStream(file, footerStart(), footerLength()));
        chunk = footer.getRow_groups().get(0).getColumns().get(0);
    }

    /** Says in the footer that all values are within other bounds. */
    public Lies chunkBounds(byte[] min, byte[] max) {
        chunk.getMeta_data().getStatistics().setMin_value(min).setMax_value(max).unsetMin();
        chunk.getMeta_data().getStatistics().unsetMax();
        return this;
    }

    /** Says in the column index that the values of every page are within other bounds, of the same lengths as the true ones. */
    public Lies pageBounds(byte[] min, byte[] max) throws IOException {
        int offset = (int) chunk.getColumn_index_offset();
        ColumnIndex index = Util.readColumnIndex(new ByteArrayInputStream(file, offset, chunk.getColumn_index_length()));
        int pages = index.getMin_valuesSize();
        index.setMin_values(repeat(min, pages)).setMax_values(repeat(max, pages));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeColumnIndex(index, out);
        return patch(offset, chunk.getColumn_index_length(), out.toByteArray());
    }

    /** Says in the offset index that every page begins a few bytes behind its header. */
    public Lies pageOffsets() throws IOException {
        int offset = (int) chunk.getOffset_index_offset();
        OffsetIndex index = Util.readOffsetIndex(new ByteArrayInputStream(file, offset, chunk.getOffset_index_length()));
        index.getPage_locations().forEach(page -> page.setOffset(page.getOffset() + 3));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeOffsetIndex(index, out);
        return patch(offset, chunk.getOffset_index_length(), out.toByteArray());
    }

    /** Says in the bloom filter that the chunk holds no value at all. */
    public Lies noValues() throws IOException {
        int offset = (int) chunk.getMeta_data().getBloom_filter_offset();
        ByteArrayInputStream in = new ByteArrayInputStream(file, offset, file.length - offset);
        BloomFilterHeader header = Util.readBloomFilterHeader(in);
        int bits = file.length - in.available();
        Arrays.fill(file, bits, bits + header.getNumBytes(), (byte) 0);
        return this;
    }

    /** Says another checksum in the header of the first page; the page is as it was. */
    public Lies checksum() throws IOException {
        int offset = (int) chunk.getMeta_data().getData_page_offset();
        ByteArrayInputStream in = new ByteArrayInputStream(file, offset, file.length - offset);
        PageHeader header = Util.readPageHeader(in);
        int length = file.length - offset - in.available();
        header.setCrc(header.getCrc() ^ 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writePageHeader(header, out);
        return patch(offset, length, out.toByteArray());
    }

    /** Writes the file with its footer as it is now. */
    public Path write(Path to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, footerStart());
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, changed);
        changed.writeTo(out);
        out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(changed.size()).array());
        out.write(file, file.length - 4, 4);
        return Files.write(to, out.toByteArray());
    }

    private Lies patch(int offset, int length, byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalStateException("a structure of " + length + " bytes became " + bytes.length);
        }
        System.arraycopy(bytes, 0, file, offset, length);
        return this;
    }

    private static List<ByteBuffer> repeat(byte[] value, int times) {
        return java.util.Collections.nCopies(times, ByteBuffer.wrap(value));
    }

    private int footerLength() {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TAIL);
    }

    private int footerStart() {
        return file.length - TAIL - footerLength();
    }
}
