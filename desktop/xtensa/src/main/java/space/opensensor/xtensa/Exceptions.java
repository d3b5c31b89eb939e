package space.opensensor.xtensa;

import java.io.EOFException;
import java.io.IOException;

import space.opensensor.bytes.Hex;
import space.opensensor.parquet.Column;
import space.opensensor.parquet.ParquetWriter;
import space.opensensor.parquet.Schema;
import space.opensensor.parquet.WriterOptions;
import space.opensensor.s3.S3Config;
import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;
import space.opensensor.spool.SpoolConfig;
import space.opensensor.spool.SpoolFullException;
import space.opensensor.station.StationConfig;

/** Exceptions that the product throws, catches or lets through, with their texts, into {@code exceptions.txt}. */
final class Exceptions {

    private final Recorder out = new Recorder("exceptions.txt");

    /** Provokes them. */
    void run() throws IOException {
        settings();
        columns();
        stores();
        fullSpool();
        language(new byte[4], null, "text");
        this.out.line("finally " + throughFinally());
    }

    private void settings() {
        String[][] settings = { { "0", "x" }, { "1", "five" }, { "1", "99999999999" }, { "1", "" }, { "1", "-1" },
                { "2", "7" }, { "3", "maybe" }, { "20", "a b" }, { "13", "ftp://" } };
        for (int i = 0; i < settings.length; i++) {
            StationConfig config = new StationConfig();
            try {
                config.set(Integer.parseInt(settings[i][0]), settings[i][1]);
                config.validate();
                this.out.line("allowed");
            } catch (NumberFormatException e) {
                this.out.line("NumberFormatException");
            } catch (IllegalArgumentException e) {
                this.out.line(e.getMessage());
            }
        }
    }

    private void columns() throws IOException {
        try {
            Schema.of(Column.int32("a"), Column.int32("a"));
        } catch (IllegalArgumentException e) {
            this.out.line(e.getMessage());
        }
        try {
            new WriterOptions().pageVersion(3);
        } catch (IllegalArgumentException e) {
            this.out.line(e.getMessage());
        }
        ParquetWriter writer = new ParquetWriter(Schema.of(Column.int32("a").required()), new WriterOptions());
        try {
            writer.setInt(0, 1);
        } catch (IllegalStateException e) {
            this.out.line(e.getMessage());
        }
        writer.open(new Recorder("refused.parquet"));
        try {
            writer.endRow();
        } catch (IllegalArgumentException e) {
            this.out.line(e.getMessage());
        }
        try {
            writer.setFloat(0, 1);
        } catch (IllegalArgumentException e) {
            this.out.line(e.getMessage());
        }
        writer.discard();
    }

    private void stores() {
        String[] endpoints = { "s3.amazonaws.com", "https://", "https://host:0", "https://host:port", "http://a b" };
        for (int i = 0; i < endpoints.length; i++) {
            try {
                new S3Config(endpoints[i], "eu-central-1", "examplebucket");
                this.out.line("allowed");
            } catch (IllegalArgumentException e) {
                this.out.line(e.getMessage());
            }
        }
        try {
            Hex.decode("0g");
        } catch (IllegalArgumentException e) {
            this.out.line(e.getMessage());
        }
    }

    private void fullSpool() throws IOException {
        Spool spool = new Spool(new RamFlash(32, 512), new SpoolConfig().segmentBytes(4096).reserveBytes(4096)
                .whenFull(SpoolConfig.REFUSE_NEWEST));
        spool.recover();
        byte[] frame = new byte[200];
        int frames = 0;
        try {
            while (true) {
                spool.append(frame, 0, frame.length);
                frames++;
            }
        } catch (SpoolFullException e) {
            this.out.line(frames + " frames, " + spool.droppedReadings() + " dropped: " + e.getMessage());
        }
    }

    /** What the language itself throws, where the product lets it end a call. */
    private void language(byte[] bytes, String nothing, Object text) {
        try {
            bytes[bytes.length] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            this.out.line("ArrayIndexOutOfBoundsException");
        }
        try {
            this.out.line(String.valueOf(nothing.length()));
        } catch (NullPointerException e) {
            this.out.line("NullPointerException");
        }
        try {
            this.out.line(String.valueOf(((Integer) text).intValue()));
        } catch (ClassCastException e) {
            this.out.line("ClassCastException");
        }
        try {
            this.out.line("text".substring(bytes.length + 1));
        } catch (IndexOutOfBoundsException e) {
            this.out.line("IndexOutOfBoundsException");
        }
    }

    private String throughFinally() {
        StringBuilder trace = new StringBuilder();
        try {
            try {
                nested(trace, 3);
            } finally {
                trace.append(" outer");
            }
        } catch (EOFException e) {
            trace.append(" end ").append(e.getMessage());
        } catch (IOException e) {
            trace.append(" other ").append(e.getMessage()).append(" by ").append(e.getCause().getMessage());
        }
        return trace.toString();
    }

    private static void nested(StringBuilder trace, int depth) throws IOException {
        try {
            if (depth == 0) {
                throw new EOFException("deep");
            }
            nested(trace, depth - 1);
        } catch (EOFException e) {
            if (depth == 2) {
                throw new IOException("changed", e);
            }
            throw e;
        } finally {
            trace.append(' ').append(depth);
        }
    }
}
