package space.opensensor.rules;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;

/** {@link ClassVersionRule} on the product and on what it must reject. */
public class ClassVersionRuleTest {

    private static final int RELEASE = Integer.getInteger("firmware.release", 7).intValue();

    private final Rule rule = new ClassVersionRule(ClassVersionRule.ofRelease(RELEASE));

    @Test
    public void productIsOfTheVersionThatTheBoardTakes() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void onlyJdksWithoutRelease7MayBuildNewerClassFiles() {
        boolean emitsVersion51 = Double.parseDouble(System.getProperty("java.specification.version")) < 20;
        Assert.assertEquals("firmware.release on this JDK", emitsVersion51 ? 7 : 8, RELEASE);
    }

    @Test
    public void rejectsNewerClassFile() {
        Sample bad = new Sample("space/opensensor/bytes/Bad").version(ClassVersionRule.ofRelease(RELEASE) + 1);
        Findings.of(this.rule, bad.types()).assertOne("space.opensensor.bytes.Bad", "version");
    }

    @Test
    public void rejectsDefaultMethod() {
        Sample bad = new Sample("space/opensensor/bytes/Bad");
        bad.type.access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        Findings.of(this.rule, bad.types()).assertOne("Bad.run()V", "interface");
    }
}
