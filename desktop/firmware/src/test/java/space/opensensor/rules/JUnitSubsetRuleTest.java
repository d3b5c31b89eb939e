package space.opensensor.rules;

import org.junit.Test;
import org.objectweb.asm.Opcodes;

/** {@link JUnitSubsetRule} on the portable tests and on what it must reject. */
public class JUnitSubsetRuleTest {

    private static final String TEST = "Lorg/junit/Test;";

    private final Rule rule = new JUnitSubsetRule();

    @Test
    public void portableTestsHaveTheShapeOfTheTestSuite() {
        Findings.of(this.rule, Product.portableTests()).assertNone();
    }

    @Test
    public void rejectsElementOfAnnotation() {
        Sample bad = sample().annotated(TEST, "expected", "java.io.IOException");
        Findings.of(this.rule, bad.types()).assertOne("BadTest.run()V", "expected");
    }

    @Test
    public void rejectsClassThatIsNotPublic() {
        Sample bad = sample().annotated(TEST);
        bad.type.access = 0;
        Findings.of(this.rule, bad.types()).assertOne("BadTest", "not public");
    }

    @Test
    public void rejectsMethodThatIsNotPublicOrStatic() {
        Sample hidden = sample().annotated(TEST);
        hidden.type.methods.get(0).access = 0;
        Findings.of(this.rule, hidden.types()).assertOne("not public void");
        Sample shared = sample().annotated(TEST);
        shared.type.methods.get(0).access |= Opcodes.ACC_STATIC;
        Findings.of(this.rule, shared.types()).assertOne("static");
        Findings.of(this.rule, sample().annotated("Lorg/junit/BeforeClass;").types()).assertOne("not static");
    }

    private static Sample sample() {
        return new Sample("space/opensensor/bytes/BadTest");
    }
}
