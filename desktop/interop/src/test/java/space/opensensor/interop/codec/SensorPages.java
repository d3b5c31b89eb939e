package space.opensensor.interop.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import space.opensensor.interop.sample.SynthData;

/**
 * Bodies of Parquet pages as the writer hands them to a codec: each column of a station as PLAIN and BYTE_STREAM_SPLIT floats
 * and as dictionary indices, and its time as PLAIN.
 */
public final class SensorPages {

    /** A page body; its set is the kind of data and encoding, for example {@code window/plain}. */
    public record Page(String set, String name, byte[] bytes) {
    }

    private static final String UCI = "/parquet/air-quality-178.csv";

    private SensorPages() {
    }

    /** @return pages of a quarter of an hour of a made station, of a day of it, and of 178 rows of UCI Air Quality */
    public static List<Page> all() throws IOException {
        SynthData data = new SynthData();
        List<Page> pages = new ArrayList<>();
        addSynth(pages, "window", data, SynthData.NOON, SynthData.WINDOW);
        addSynth(pages, "day", data, 0, SynthData.DAY);
        addUci(pages);
        return pages;
    }

    /** @return float pages of a month of the made station, of so many rows each, without the rows left over */
    public static List<Page> month(int rows) {
        SynthData data = new SynthData();
        List<Page> pages = new ArrayList<>();
        for (int c = 0; c < SynthData.SCALES.length; c++) {
            for (int from = 0; from + rows <= SynthData.MONTH; from += rows) {
                byte[] plain = plain(floats(data, c, from, rows));
                pages.add(new Page("month/plain", SynthData.NAMES[c + 1] + " from row " + from, plain));
                pages.add(new Page("month/bss", SynthData.NAMES[c + 1] + " from row " + from, split(plain)));
            }
        }
        return pages;
    }

    private static void addSynth(List<Page> pages, String set, SynthData data, int from, int rows) {
        ByteBuffer time = ByteBuffer.allocate(8 * rows).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            time.putLong(data.time(from + i));
        }
        pages.add(new Page(set + "/time", SynthData.NAMES[0], time.array()));
        for (int c = 0; c < SynthData.SCALES.length; c++) {
            add(pages, set, SynthData.NAMES[c + 1], floats(data, c, from, rows));
        }
    }

    private static float[] floats(SynthData data, int column, int from, int rows) {
        float[] values = new float[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = (float) data.value(column, from + i);
        }
        return values;
    }

    private static void addUci(List<Page> pages) throws IOException {
        List<String[]> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                SensorPages.class.getResourceAsStream(UCI), StandardCharsets.UTF_8))) {
            lines = in.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).toList();
        }
        for (int c = 1; c < lines.get(0).length; c++) {
            float[] values = new float[lines.size() - 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(lines.get(i + 1)[c]);
            }
            add(pages, "uci", lines.get(0)[c], values);
        }
    }

    private static void add(List<Page> pages, String set, String name, float[] values) {
        byte[] plain = plain(values);
        pages.add(new Page(set + "/plain", name, plain));
        pages.add(new Page(set + "/bss", name, split(plain)));
        Map<Float, Integer> dictionary = new LinkedHashMap<>();
        for (float value : values) {
            dictionary.putIfAbsent(value, dictionary.size());
        }
        if (dictionary.size() < values.length / 2) {
            pages.add(new Page(set + "/indices", name, indices(values, dictionary)));
        }
    }

    private static byte[] plain(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] split(byte[] plain) {
        int rows = plain.length / 4;
        byte[] bytes = new byte[plain.length];
        for (int i = 0; i < plain.length; i++) {
            bytes[i % 4 * rows + i / 4] = plain[i];
        }
        return bytes;
    }

    /** Bit width and one bit-packed run of the RLE / bit-packing hybrid. */
    private static byte[] indices(float[] values, Map<Float, Integer> dictionary) {
        int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(dictionary.size() - 1));
        int groups = (values.length + 7) / 8;
        ByteBuffer bytes = ByteBuffer.allocate(6 + groups * width);
        bytes.put((byte) width);
        int header = groups << 1 | 1;
        for (; header > 127; header >>>= 7) {
            bytes.put((byte) (header | 128));
        }
        bytes.put((byte) header);
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < groups * 8; i++) {
            buffer |= (i < values.length ? (long) dictionary.get(values[i]) : 0) << bits;
            for (bits += width; bits >= 8; bits -= 8) {
                bytes.put((byte) buffer);
                buffer >>>= 8;
            }
        }
        byte[] array = new byte[bytes.position()];
        bytes.flip().get(array);
        return array;
    }
}
