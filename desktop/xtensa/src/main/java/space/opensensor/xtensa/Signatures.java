package space.opensensor.xtensa;

import space.opensensor.bytes.Utf8;
import space.opensensor.s3.Vectors;

/** Signatures of the AWS test suite, which is read from {@code vectors.bin}; and the worked examples of AWS. */
final class Signatures {

    private static final int MAX_FILE = 65536;

    /** Writes {@code signatures.txt}, and fails if an example has another signature. */
    void run() {
        byte[] file = new byte[MAX_FILE];
        int length = Host.read("vectors.bin", 0, file);
        Vectors vectors = new Vectors();
        byte[] signatures = Utf8.encode(vectors.sign(Utf8.decode(file, 0, length)));
        new Recorder("signatures.txt").write(signatures, 0, signatures.length);
        vectors.checkExamples();
    }
}
