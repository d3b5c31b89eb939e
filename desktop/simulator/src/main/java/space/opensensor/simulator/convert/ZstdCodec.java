package space.opensensor.simulator.convert;

import io.airlift.compress.zstd.ZstdCompressor;
import space.opensensor.parquet.Codec;

/** Zstandard by aircompressor. */
final class ZstdCodec implements Codec {

    private static final long TABLES = 1 << 20;

    private final ZstdCompressor compressor = new ZstdCompressor();
    private byte[] room = new byte[0];

    @Override
    public int id() {
        return ZSTD;
    }

    @Override
    public int maxCompressedLength(int length) {
        return this.compressor.maxCompressedLength(length);
    }

    @Override
    public long memoryBytes() {
        return TABLES + this.room.length;
    }

    @Override
    public int compress(byte[] in, int inOffset, int length, byte[] out, int outOffset, int outLimit) {
        int most = maxCompressedLength(length);
        if (this.room.length < most) {
            this.room = new byte[most];
        }
        int compressed = this.compressor.compress(in, inOffset, length, this.room, 0, most);
        if (compressed > outLimit) {
            return -1;
        }
        System.arraycopy(this.room, 0, out, outOffset, compressed);
        return compressed;
    }
}
