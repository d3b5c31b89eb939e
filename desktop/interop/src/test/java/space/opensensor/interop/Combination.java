package space.opensensor.interop;

import java.util.LinkedHashSet;
import java.util.Set;
import space.opensensor.interop.judge.ChunkReport;
import space.opensensor.interop.judge.FileReport;
import space.opensensor.interop.sample.Kind;
import space.opensensor.interop.sample.Repetition;
import space.opensensor.interop.sample.Settings;
import space.opensensor.parquet.Encoding;

/**
 * What a page of values can be, in the names of parquet.thrift.
 *
 * @param repetition as {@link ChunkReport#repetition()}
 */
record Combination(String type, String encoding, String codec, int pageVersion, String repetition) {

    /** Codecs that the writer has built in, and the one that the desktop adds through its port. */
    static final String[] CODECS = {"UNCOMPRESSED", "SNAPPY", "LZ4_RAW", "ZSTD"};

    /** @return every combination that the writer's own table of encodings allows */
    static Set<Combination> legal() {
        Set<Combination> all = new LinkedHashSet<>();
        for (Kind.Physical type : Kind.Physical.values()) {
            for (int encoding = 0; encoding <= Encoding.BYTE_STREAM_SPLIT; encoding++) {
                if (Encoding.isLegal(Settings.type(type), encoding)) {
                    add(all, type.name(), Encoding.name(encoding));
                }
            }
        }
        return all;
    }

    /** @return every combination found in a file */
    static Set<Combination> found(FileReport file) {
        Set<Combination> all = new LinkedHashSet<>();
        for (ChunkReport chunk : file.chunks()) {
            for (String encoding : chunk.encodings()) {
                for (int version : chunk.pageVersions()) {
                    all.add(new Combination(chunk.type(), encoding, chunk.codec(), version, chunk.repetition()));
                }
            }
        }
        return all;
    }

    private static void add(Set<Combination> all, String type, String encoding) {
        for (String codec : CODECS) {
            for (int version = 1; version <= 2; version++) {
                for (Repetition repetition : Repetition.values()) {
                    all.add(new Combination(type, encoding, codec, version, repetition.name().replace("_LIST_OF_", " list of ")));
                }
            }
        }
    }
}
