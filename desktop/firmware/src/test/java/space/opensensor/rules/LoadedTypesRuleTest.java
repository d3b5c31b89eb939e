package space.opensensor.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.VarInsnNode;

/** {@link LoadedTypesRule} on the product and on what it must reject. */
public class LoadedTypesRuleTest {

    private static final String FOR_NAME = "(Ljava/lang/String;)Ljava/lang/Class;";

    @Test
    public void productLoadsOnlyListedClasses() {
        Findings.of(new LoadedTypesRule(ListFiles.entries(Product.RESOURCES, ".types.list")), Product.classes()).assertNone();
    }

    @Test
    public void everyListedTypeExists() {
        Hierarchy hierarchy = new Hierarchy(Product.classes());
        for (String name : ListFiles.entries(Product.RESOURCES, ".types.list")) {
            Assert.assertNotNull(name + " of a *.types.list does not exist", hierarchy.find(name.replace('.', '/')));
        }
    }

    @Test
    public void rejectsNameThatIsNotListed() {
        Sample sample = new Sample("space/opensensor/crypto/Bad").constant("com.acme.Digest");
        sample.calls("java/lang/Class", "forName", FOR_NAME);
        check(sample, new TreeSet<String>()).assertOne("crypto.Bad.run()V", "com.acme.Digest");
        check(sample, Collections.singleton("com.acme.Digest")).assertNone();
    }

    @Test
    public void rejectsNameThatIsComputed() {
        Sample bad = new Sample("space/opensensor/crypto/Bad").with(new VarInsnNode(Opcodes.ALOAD, 0));
        bad.calls("java/lang/Class", "forName", FOR_NAME);
        check(bad, new TreeSet<String>()).assertOne("not a literal");
    }

    private static Findings check(Sample sample, Set<String> listed) {
        return Findings.of(new LoadedTypesRule(listed), sample.types());
    }
}
