package space.opensensor.snappy;

import space.opensensor.lz77.BlockCompressor;
import space.opensensor.lz77.CompressorChecks;

/** The checks of every compressor on Snappy. */
final class SnappyChecks extends CompressorChecks {

    SnappyChecks() {
        super(262145);
    }

    @Override
    protected BlockCompressor compressor(int tableBytes, int effort, int maxInput) {
        return new SnappyCompressor(tableBytes, effort, maxInput);
    }

    @Override
    protected int maxCompressedLength(int length) {
        return SnappyCompressor.maxCompressedLength(length);
    }

    @Override
    protected byte[] decode(byte[] in, int offset, int length, int decodedLength) {
        return new SnappyDecoder(in, offset, length).decode();
    }
}
