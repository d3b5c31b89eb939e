package space.opensensor.xtensa;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import space.opensensor.bytes.Utf8;
import space.opensensor.spool.Flash;

/** Passes everything on to a flash, and writes what changes it into {@code flash.log}. */
final class RecordedFlash implements Flash {

    private final Flash flash;
    private final Meter meter;
    private final Recorder recorder = new Recorder("flash.log");

    RecordedFlash(Flash flash, Meter meter) {
        this.flash = flash;
        this.meter = meter;
    }

    @Override
    public String[] list() throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            return this.flash.list();
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public long size(String name) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            return this.flash.size(name);
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            return new Input(this.flash.open(name));
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public OutputStream create(String name) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            note("create ", name);
            return new Output(this.flash.create(name));
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public OutputStream append(String name) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            note("append ", name);
            return new Output(this.flash.append(name));
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        this.meter.enter(Phase.PORTS);
        try {
            note("delete ", name);
            this.flash.delete(name);
        } finally {
            this.meter.leave();
        }
    }

    @Override
    public long freeBytes() throws IOException {
        return this.flash.freeBytes();
    }

    @Override
    public int clusterBytes() {
        return this.flash.clusterBytes();
    }

    @Override
    public boolean countsFree() {
        return this.flash.countsFree();
    }

    private void note(String what, String name) {
        byte[] text = Utf8.encode(what + name + "\n");
        this.recorder.write(text, 0, text.length);
    }

    /** Reading, as a port. */
    private final class Input extends FilterInputStream {

        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            RecordedFlash.this.meter.enter(Phase.PORTS);
            try {
                return this.in.read(target, offset, length);
            } finally {
                RecordedFlash.this.meter.leave();
            }
        }
    }

    /** Writing, recorded. */
    private final class Output extends OutputStream {

        private final OutputStream out;

        Output(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            throw new IOException("write by blocks");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            RecordedFlash.this.meter.enter(Phase.PORTS);
            try {
                RecordedFlash.this.recorder.write(bytes, offset, length);
                this.out.write(bytes, offset, length);
            } finally {
                RecordedFlash.this.meter.leave();
            }
        }

        @Override
        public void flush() throws IOException {
            this.out.flush();
        }

        @Override
        public void close() throws IOException {
            this.out.close();
        }
    }
}
