package space.opensensor.rules;

import java.util.Collections;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** {@link DivisorRule} on the product and on what it must reject. */
public class DivisorRuleTest {

    private final AllowedMethods allowed = new AllowedMethods(BoardApi.lines("divisors.txt"));
    private final Rule rule = new DivisorRule(this.allowed);

    @Test
    public void productDividesByWhatIsNever0() {
        Findings.of(this.rule, Product.classes()).assertNone();
        Assert.assertEquals(Collections.emptySet(), this.allowed.unused());
    }

    @Test
    public void rejectsEachDivisionByAVariable() {
        int[] opcodes = {Opcodes.IDIV, Opcodes.IREM, Opcodes.LDIV, Opcodes.LREM};
        for (int opcode : opcodes) {
            boolean isLong = opcode == Opcodes.LDIV || opcode == Opcodes.LREM;
            Sample bad = bad().with(new VarInsnNode(isLong ? Opcodes.LLOAD : Opcodes.ILOAD, 0)).with(new InsnNode(opcode));
            Findings.of(this.rule, bad.types()).assertOne("spool.Bad.run()V", "divides by no constant");
        }
    }

    @Test
    public void rejectsTheConstant0() {
        rejects(bad().with(new InsnNode(Opcodes.ICONST_0)).with(new InsnNode(Opcodes.IDIV)));
        rejects(bad().constant(0).with(new InsnNode(Opcodes.IREM)));
        rejects(bad().with(new InsnNode(Opcodes.LCONST_0)).with(new InsnNode(Opcodes.LDIV)));
    }

    private void rejects(Sample bad) {
        Findings.of(this.rule, bad.types()).assertOne("spool.Bad.run()V");
    }

    @Test
    public void allowsOtherConstantsAndWhatIsListed() {
        Findings.of(this.rule, bad().constant(60000L).with(new InsnNode(Opcodes.LDIV)).types()).assertNone();
        Rule listed = new DivisorRule(new AllowedMethods(
                Collections.singletonList("space/opensensor/spool/Bad.run because the caller checks it")));
        Findings.of(listed, bad().with(new VarInsnNode(Opcodes.ILOAD, 0)).with(new InsnNode(Opcodes.IDIV)).types())
                .assertNone();
    }

    @Test
    public void everyEntryHasAReason() {
        try {
            new AllowedMethods(Collections.singletonList("space/opensensor/spool/Bad.run"));
        } catch (IllegalStateException e) {
            return;
        }
        Assert.fail("an entry without a reason was taken");
    }

    private static Sample bad() {
        return new Sample("space/opensensor/spool/Bad");
    }
}
