package space.opensensor.interop.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An independent reader that returns every value of a file. */
public interface Judge {

    /** Name and version, as the reports show it. */
    String name();

    /**
     * A limit of this reader that the file is beyond.
     *
     * @return the reason why the judge cannot be asked about this file, or null where its answer counts
     */
    String cannotRead(FileReport file);

    /** @return one answer for each file; a reader of its own process reads all of them in one start */
    Map<Path, Answer> read(List<Path> files);
}
