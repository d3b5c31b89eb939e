package space.opensensor.interop.s3;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which rows of {@code s3/server-checks.tsv} a test asks of a server. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ServerCheck {
    String[] value();
}
