package space.opensensor.rules;

import org.junit.Test;

/** {@link ExceptionHandlersRule} on the product and on what it must reject. */
public class ExceptionHandlersRuleTest {

    private final Rule rule = new ExceptionHandlersRule();

    @Test
    public void productHasFewHandlersPerMethod() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void rejectsOneTooMany() {
        Sample sample = new Sample("space/opensensor/s3/Bad");
        for (int i = 0; i < ExceptionHandlersRule.MOST; i++) {
            sample.catches("java/io/IOException");
        }
        Findings.of(this.rule, sample.types()).assertNone();
        sample.catches("java/io/IOException");
        Findings.of(this.rule, sample.types()).assertOne("s3.Bad.run()V", "64 exception handlers");
    }
}
