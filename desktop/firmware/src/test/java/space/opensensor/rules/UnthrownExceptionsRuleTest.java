package space.opensensor.rules;

import org.junit.Test;

/** {@link UnthrownExceptionsRule} on the product and on what it must reject. */
public class UnthrownExceptionsRuleTest {

    private final Rule rule = new UnthrownExceptionsRule();

    @Test
    public void productWaitsForNoUnthrownException() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void rejectsCatchOfEach() {
        rejects("java/lang/ArithmeticException");
        rejects("java/lang/ArrayStoreException");
        rejects("java/lang/NegativeArraySizeException");
    }

    private void rejects(String exception) {
        Sample bad = new Sample("space/opensensor/parquet/Bad").catches(exception);
        Findings.of(this.rule, bad.types()).assertOne("parquet.Bad.run()V", exception.replace('/', '.'));
    }
}
