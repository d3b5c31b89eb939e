package space.opensensor.interop.judge;

import java.util.List;
import java.util.Map;

/** A judge that leaves out row groups and pages in which, by what the file says of them, a condition cannot hold. */
public interface Pruner {

    String name();

    /** As {@link Judge#cannotRead}. */
    String cannotRead(FileReport file);

    /** @return for each question the rows that are left over */
    Map<Question, Answer> ask(List<Question> questions);
}
