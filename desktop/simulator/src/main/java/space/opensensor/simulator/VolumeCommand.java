package space.opensensor.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import space.opensensor.provision.WearLevelling;

/** The files of a station that stays offline. */
@Command(name = "volume", mixinStandardHelpOptions = true,
        description = { "Turn a copy of the board's partition storage into the FAT volume that is in it.",
                "The copy is made with esptool.py read_flash OFFSET SIZE PARTITION; mtools read the volume." })
final class VolumeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PARTITION", description = "Copy of the whole partition.")
    private Path partition;

    @Parameters(index = "1", paramLabel = "VOLUME", description = "Receives the volume.")
    private Path volume;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        byte[] image = Files.readAllBytes(this.partition);
        byte[] content = new WearLevelling(image.length).volume(image);
        Files.write(this.volume, content);
        this.spec.commandLine().getOut().println(content.length + " bytes in " + this.volume + "; mdir -i " + this.volume
                + " ::/spool lists the files");
        return 0;
    }
}
