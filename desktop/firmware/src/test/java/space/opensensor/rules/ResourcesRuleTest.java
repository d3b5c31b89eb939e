package space.opensensor.rules;

import java.io.File;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.VarInsnNode;

/** {@link ResourcesRule} on the product and on what it must reject. */
public class ResourcesRuleTest {

    private static final String OPEN = "(Ljava/lang/String;)Ljava/io/InputStream;";

    private final Set<String> listed = ListFiles.entries(Product.RESOURCES, ".resources.list");

    @Test
    public void productOpensOnlyListedResources() {
        Findings.of(new ResourcesRule(this.listed), Product.classes()).assertNone();
    }

    @Test
    public void everyListedResourceExists() {
        for (String path : this.listed) {
            Assert.assertTrue(path + " of a *.resources.list is no file below resources/",
                    new File(Product.RESOURCES, path).isFile());
        }
    }

    @Test
    public void rejectsResourceThatIsNotListed() {
        Sample sample = new Sample("space/opensensor/device/Bad").constant("/certificates/root.pem");
        sample.calls("java/lang/Class", "getResourceAsStream", OPEN);
        check(sample, new TreeSet<String>()).assertOne("device.Bad.run()V", "/certificates/root.pem");
        check(sample, Collections.singleton("certificates/root.pem")).assertNone();
    }

    @Test
    public void rejectsRelativePath() {
        Sample bad = new Sample("space/opensensor/device/Bad").constant("root.pem");
        bad.calls("java/lang/Class", "getResourceAsStream", OPEN);
        check(bad, Collections.singleton("root.pem")).assertOne("opens root.pem");
    }

    @Test
    public void checksEveryPathOfAClassThatOpensByVariable() {
        Sample sample = new Sample("space/opensensor/device/Bad").with(new VarInsnNode(Opcodes.ALOAD, 0));
        sample.calls("java/lang/Class", "getResourceAsStream", OPEN);
        check(sample, new TreeSet<String>()).assertOne("does not name");
        sample.constant("/a.pem");
        check(sample, Collections.singleton("a.pem")).assertNone();
        check(sample, Collections.singleton("b.pem")).assertOne("opens /a.pem");
    }

    private static Findings check(Sample sample, Set<String> paths) {
        return Findings.of(new ResourcesRule(paths), sample.types());
    }
}
