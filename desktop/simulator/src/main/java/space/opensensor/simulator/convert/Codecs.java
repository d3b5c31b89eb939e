package space.opensensor.simulator.convert;

import space.opensensor.parquet.Codec;
import space.opensensor.parquet.WriterOptions;

/** The codecs by their names: those of the board, and the desktop's own behind the writer's port. */
public enum Codecs {
    /** Snappy, built in. */
    SNAPPY,
    /** LZ4_RAW, built in. */
    LZ4,
    /** No codec. */
    NONE,
    /** Zstandard, on a desktop only. */
    ZSTD;

    /** Sets the codec; a codec of the desktop's own is a new one each time. */
    public void apply(WriterOptions options) {
        switch (this) {
        case SNAPPY -> options.codec(Codec.SNAPPY);
        case LZ4 -> options.codec(Codec.LZ4_RAW);
        case NONE -> options.codec(Codec.UNCOMPRESSED);
        default -> options.codec(new ZstdCodec());
        }
    }
}
