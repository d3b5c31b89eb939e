package space.opensensor.s3;

import java.io.IOException;

/** A store answered 200 and then wrote an error document. */
final class ErrorAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    ErrorAnswerException() {
        super("error document behind status 200");
    }
}
