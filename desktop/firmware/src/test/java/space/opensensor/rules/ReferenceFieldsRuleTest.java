package space.opensensor.rules;

import org.junit.Test;
import org.objectweb.asm.Opcodes;

/** {@link ReferenceFieldsRule} on the product and on what it must reject. */
public class ReferenceFieldsRuleTest {

    @Test
    public void productHasFewReferenceFields() {
        Findings.of(new ReferenceFieldsRule(new Hierarchy(Product.classes())), Product.classes()).assertNone();
    }

    @Test
    public void acceptsThirtyOneAndAnyNumberOfOthers() {
        Sample good = withReferences(new Sample("space/opensensor/bytes/Good"), 31);
        good.field(Opcodes.ACC_STATIC, "shared", "[B").field(0, "count", "I").field(0, "time", "J");
        check(good).assertNone();
    }

    @Test
    public void rejectsThirtyTwo() {
        check(withReferences(new Sample("space/opensensor/bytes/Bad"), 32)).assertOne("Bad", "32 reference fields");
    }

    @Test
    public void countsThoseOfTheSuperClass() {
        Sample bad = withReferences(new Sample("space/opensensor/bytes/Bad"), 31);
        bad.superType("java/lang/Exception");
        check(bad).assertOne("reference fields");
    }

    private static Findings check(Sample sample) {
        return Findings.of(new ReferenceFieldsRule(new Hierarchy(sample.types())), sample.types());
    }

    private static Sample withReferences(Sample sample, int count) {
        for (int i = 0; i < count; i++) {
            sample.field(0, "field" + i, i % 2 == 0 ? "[B" : "Ljava/lang/String;");
        }
        return sample;
    }
}
