package space.opensensor.rules;

import java.io.File;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Natives and their mocks in vee-port-esp32s3/mock agree: same class, same name, same signature. */
public class MockMethodsTest {

    private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    private static final File MOCKS = new File(Product.TOP, "vee-port-esp32s3/mock/src/main/java");

    @Test
    public void everyNativeHasAMock() {
        Set<String> natives = new TreeSet<String>();
        Set<String> mocked = new TreeSet<String>();
        Hierarchy mocks = new Hierarchy(ClassFiles.below(new File(Product.MODULE, "target/test-classes")));
        for (ClassNode type : Product.classes()) {
            boolean hasNatives = false;
            for (MethodNode method : type.methods) {
                if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                    hasNatives = true;
                    natives.add(type.name + "." + method.name + method.desc);
                }
            }
            if (hasNatives) {
                Assert.assertTrue(type.name + " has no mock", new File(MOCKS, type.name + ".java").isFile());
                collect(mocks.find(type.name), natives, mocked);
            }
        }
        Assert.assertFalse("no native found: the test has lost its subject", natives.isEmpty());
        Assert.assertEquals(natives, mocked);
    }

    @Test
    public void everyMockIsOfAClassWithNatives() {
        Set<String> natives = new TreeSet<String>();
        for (ClassNode type : Product.classes()) {
            for (MethodNode method : type.methods) {
                if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                    natives.add(type.name);
                }
            }
        }
        Set<String> mocks = new TreeSet<String>();
        for (ClassNode type : ClassFiles.below(new File(Product.MODULE, "target/test-classes"))) {
            if (new File(MOCKS, type.name + ".java").isFile()) {
                mocks.add(type.name);
            }
        }
        Assert.assertEquals(natives, mocks);
    }

    /** Mocks may have methods of their own, for tests. */
    private static void collect(ClassNode mock, Set<String> natives, Set<String> mocked) {
        for (MethodNode method : mock.methods) {
            boolean open = (method.access & (PUBLIC_STATIC | Opcodes.ACC_NATIVE)) == PUBLIC_STATIC;
            String name = mock.name + "." + method.name + method.desc;
            if (open && natives.contains(name)) {
                mocked.add(name);
            }
        }
    }

    @Test
    public void aClassWithNativesHoldsNothingElse() {
        for (ClassNode type : Product.classes()) {
            int natives = 0;
            int others = 0;
            for (MethodNode method : type.methods) {
                if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                    natives++;
                } else if (!method.name.equals("<init>")) {
                    others++;
                }
            }
            for (FieldNode field : type.fields) {
                others += (field.access & Opcodes.ACC_FINAL) == 0 ? 1 : 0;
            }
            Assert.assertTrue(type.name + ": a mock takes the place of the whole class, so natives stay by themselves",
                    natives == 0 || others == 0);
        }
    }
}
