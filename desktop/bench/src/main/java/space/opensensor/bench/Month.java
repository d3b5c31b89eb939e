package space.opensensor.bench;

import space.opensensor.interop.sample.SynthData;

/** The rows of a made month in arrays of their Parquet types, so that a benchmark measures writing only. */
final class Month {

    static final int FLOATS = SynthData.SCALES.length;

    final int rows;
    final long[] time;
    final float[][] values;

    Month(int rows) {
        SynthData data = new SynthData();
        this.rows = rows;
        this.time = new long[rows];
        this.values = new float[FLOATS][rows];
        for (int row = 0; row < rows; row++) {
            time[row] = data.time(row);
            for (int c = 0; c < FLOATS; c++) {
                values[c][row] = (float) data.value(c, row);
            }
        }
    }

    static String name(int column) {
        return SynthData.NAMES[column];
    }
}
