package space.opensensor.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in one line what an exception means. */
final class Messages {

    private Messages() {
    }

    static String of(Throwable e) {
        if (e instanceof Failure || e instanceof IllegalArgumentException && e.getMessage() != null) {
            return oneLine(e.getMessage());
        }
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": may not be read or written";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + ": exists already";
        }
        if (e instanceof UnknownHostException || e.getCause() instanceof UnknownHostException) {
            String host = (e instanceof UnknownHostException ? e : e.getCause()).getMessage();
            return "The host " + host + " is not known";
        }
        if (e instanceof ConnectException || e instanceof IOException && e.getMessage() != null) {
            return oneLine(e.getMessage());
        }
        return "internal error, " + oneLine(String.valueOf(e)) + " (--debug shows where)";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
