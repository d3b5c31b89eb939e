package space.opensensor.rules;

import org.junit.Test;
import org.objectweb.asm.Opcodes;

/** {@link NativeMethodsRule} on the product and on what it must reject. */
public class NativeMethodsRuleTest {

    private static final int STATIC_NATIVE = Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;

    private final Rule rule = new NativeMethodsRule();

    @Test
    public void productHasNativesOfTheRightShape() {
        Findings.of(this.rule, Product.classes()).assertNone();
    }

    @Test
    public void acceptsFifteenBaseTypesAndArrays() {
        check(STATIC_NATIVE, "([B[JIIIIIIIIIIIID)I").assertNone();
    }

    @Test
    public void rejectsSixteenParameters() {
        check(STATIC_NATIVE, "(IIIIIIIIIIIIIIII)V").assertOne("Bad.read(IIIIIIIIIIIIIIII)V", "16 parameters");
    }

    @Test
    public void rejectsStringAndNestedArrayAndInstanceMethod() {
        check(STATIC_NATIVE, "(Ljava/lang/String;)V").assertOne("parameter of type java.lang.String");
        check(STATIC_NATIVE, "([[B)V").assertOne("parameter of type byte[][]");
        check(STATIC_NATIVE, "()[B").assertOne("returns byte[]");
        check(Opcodes.ACC_NATIVE, "()V").assertOne("not static");
    }

    private Findings check(int access, String descriptor) {
        return Findings.of(this.rule, new Sample("space/opensensor/device/Bad").method(access, "read", descriptor).types());
    }
}
