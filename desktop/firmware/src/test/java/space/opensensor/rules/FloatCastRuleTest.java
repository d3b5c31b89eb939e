package space.opensensor.rules;

import java.util.Collections;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** {@link FloatCastRule} on the product and on what it must reject. */
public class FloatCastRuleTest {

    private final AllowedMethods allowed = new AllowedMethods(BoardApi.lines("float-casts.txt"));
    private final Rule rule = new FloatCastRule(this.allowed);

    @Test
    public void productCastsOnlyWhatIsInRange() {
        Findings.of(this.rule, Product.classes()).assertNone();
        Assert.assertEquals(Collections.emptySet(), this.allowed.unused());
    }

    @Test
    public void rejectsEachCast() {
        rejects(Opcodes.F2I, "int");
        rejects(Opcodes.D2I, "int");
        rejects(Opcodes.F2L, "long");
        rejects(Opcodes.D2L, "long");
    }

    @Test
    public void allowsWhatIsListed() {
        Rule listed = new FloatCastRule(new AllowedMethods(
                Collections.singletonList("space/opensensor/station/Bad.run because the caller checks the range")));
        Findings.of(listed, new Sample("space/opensensor/station/Bad").with(new InsnNode(Opcodes.F2I)).types())
                .assertNone();
    }

    private void rejects(int opcode, String target) {
        Sample bad = new Sample("space/opensensor/station/Bad").with(new InsnNode(opcode));
        Findings.of(this.rule, bad.types()).assertOne("station.Bad.run()V", "casts to " + target);
    }
}
