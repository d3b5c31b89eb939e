package space.opensensor.lz4;

import space.opensensor.lz77.BlockCompressor;
import space.opensensor.lz77.CompressorChecks;

/** The checks of every compressor on LZ4. */
final class LZ4Checks extends CompressorChecks {

    LZ4Checks() {
        super(140000);
    }

    @Override
    protected BlockCompressor compressor(int tableBytes, int effort, int maxInput) {
        return new LZ4Compressor(tableBytes, effort, maxInput);
    }

    @Override
    protected int maxCompressedLength(int length) {
        return LZ4Compressor.maxCompressedLength(length);
    }

    @Override
    protected byte[] decode(byte[] in, int offset, int length, int decodedLength) {
        return new LZ4Decoder(in, offset, length, decodedLength).decode();
    }
}
