package space.opensensor.station;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import space.opensensor.bytes.Hex;
import space.opensensor.s3.Body;

/** A store in memory that never replaces an object, and fails when told to. */
final class KeptObjects implements ObjectStore {

    final String[] keys = new String[1000];
    final String[] contents = new String[1000];
    int count;
    boolean failAfterStoring;
    String refusedKey;

    @Override
    public boolean store(String key, Body body) throws IOException {
        if (key.equals(this.refusedKey)) {
            throw new IOException("refused");
        }
        String content = read(body);
        for (int i = 0; i < this.count; i++) {
            if (this.keys[i].equals(key)) {
                return this.contents[i].equals(content);
            }
        }
        this.keys[this.count] = key;
        this.contents[this.count++] = content;
        if (this.failAfterStoring) {
            this.failAfterStoring = false;
            throw new IOException("connection reset");
        }
        return true;
    }

    private static String read(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[512];
        InputStream in = body.open();
        try {
            for (int n = in.read(block, 0, block.length); n > 0; n = in.read(block, 0, block.length)) {
                bytes.write(block, 0, n);
            }
        } finally {
            in.close();
        }
        if (bytes.size() != body.length()) {
            throw new IOException(bytes.size() + " bytes of " + body.length());
        }
        return Hex.encode(bytes.toByteArray());
    }

    /** Returns all keys, separated by spaces, in the order they came. */
    String keys() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < this.count; i++) {
            text.append(i == 0 ? "" : " ").append(this.keys[i]);
        }
        return text.toString();
    }
}
