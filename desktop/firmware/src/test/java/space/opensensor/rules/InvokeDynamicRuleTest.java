package space.opensensor.rules;

import org.junit.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** {@link InvokeDynamicRule} on the product and on what it must reject. */
public class InvokeDynamicRuleTest {

    private final Rule rule = new InvokeDynamicRule();

    @Test
    public void productHasNoLambda() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void rejectsLambda() {
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "()V",
                false);
        Sample bad = new Sample("space/opensensor/s3/Bad");
        bad.with(new InvokeDynamicInsnNode("compare", "()Ljava/util/Comparator;", bootstrap));
        Findings.of(this.rule, bad.types()).assertOne("s3.Bad.run()V", "invokedynamic compare");
    }

    @Test
    public void rejectsMethodTypeConstant() {
        Sample bad = new Sample("space/opensensor/s3/Bad").constant(Type.getMethodType("()V"));
        Findings.of(this.rule, bad.types()).assertOne("constant ()V");
    }
}
