package space.opensensor.rules;

import org.junit.Test;

/** {@link PrimitiveClassRule} on the product and on what it must reject. */
public class PrimitiveClassRuleTest {

    private final Rule rule = new PrimitiveClassRule();

    @Test
    public void productHasNoPrimitiveClassLiteral() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void rejectsIntClass() {
        Sample bad = new Sample("space/opensensor/s3/Bad").reads("java/lang/Integer", "TYPE", "Ljava/lang/Class;");
        Findings.of(this.rule, bad.types()).assertOne("s3.Bad.run()V", "java.lang.Integer.TYPE");
    }
}
