package space.opensensor.interop;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document of the project that a test generates and keeps true. */
final class Document {

    private static final String COMMAND = "mvn -pl desktop/interop -am test -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dtest=CoverageTest,SizesTest -Dwrite.docs=true";

    private Document() {
    }

    /**
     * Writes the document where the tests run with {@code -Dwrite.docs=true}; else it must be as it would be written.
     *
     * @param name below docs
     */
    static void check(String name, String text) throws IOException {
        Path file = Path.of("..", "..", "docs", name);
        String whole = text + "\nThis file is generated and tested: `" + COMMAND + "` writes it.\n";
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(file, whole);
        }
        String found = Files.exists(file) ? Files.readString(file) : "";
        assertEquals("docs/" + name + " is stale; run: " + COMMAND, whole, found);
    }
}
