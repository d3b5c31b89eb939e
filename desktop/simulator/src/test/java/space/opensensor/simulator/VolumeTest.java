package space.opensensor.simulator;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import space.opensensor.provision.WearLevelling;

/** {@code ./station volume} through the main class of the command line. */
public class VolumeTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void takesTheVolumeOutOfAPartition() throws IOException {
        WearLevelling wear = new WearLevelling(528 << 10);
        byte[] content = new byte[wear.volumeBytes()];
        new Random(1).nextBytes(content);
        Path partition = Files.write(path("storage.bin"), wear.image(content, 1));
        Shell shell = Shell.run("volume", partition, path("volume.img"));
        assertEquals(shell.toString(), 0, shell.status);
        assertEquals("524288 bytes in " + path("volume.img") + "; mdir -i " + path("volume.img") + " ::/spool lists the files",
                shell.lastLine());
        assertArrayEquals(content, Files.readAllBytes(path("volume.img")));
    }

    @Test
    public void refusesWhatIsNoPartition() throws IOException {
        Path partition = Files.write(path("storage.bin"), new byte[528 << 10]);
        Shell shell = Shell.run("volume", partition, path("volume.img"));
        assertEquals(2, shell.status);
        assertEquals("station volume: partition: no valid state of wear levelling; not formatted, or damaged\n", shell.err);
        Files.write(partition, new byte[100]);
        assertEquals("station volume: partition: 100 bytes are not allowed; 8 or more sectors of 4096 are\n",
                Shell.run("volume", partition, path("volume.img")).err);
        assertEquals(1, Shell.run("volume", path("absent"), path("volume.img")).status);
    }

    private Path path(String name) {
        return this.folder.getRoot().toPath().resolve(name);
    }
}
