package space.opensensor.rules;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.ClassNode;

/** Where the build keeps what the rules look at. */
final class Product {

    /** The folder of this Maven module. */
    static final File MODULE = new File(System.getProperty("basedir", ".")).getAbsoluteFile();
    /** The top of the repository. */
    static final File TOP = MODULE.getParentFile().getParentFile();
    static final File SOURCES = new File(TOP, "src/main/java");
    static final File RESOURCES = new File(TOP, "resources");

    private static final File TESTS = new File(TOP, "src/test/java");

    private Product() {
    }

    /** @return what goes onto the board; META-INF/versions is for a desktop. */
    static List<ClassNode> classes() {
        return notEmpty(ClassFiles.below(new File(MODULE, "target/classes/space")));
    }

    /** @return the tests that the MicroEJ test suite runs as well: those whose source is in src/test/java. */
    static List<ClassNode> portableTests() {
        List<ClassNode> types = new ArrayList<ClassNode>();
        for (ClassNode type : ClassFiles.below(new File(MODULE, "target/test-classes"))) {
            if (new File(TESTS, outermost(type.name) + ".java").isFile()) {
                types.add(type);
            }
        }
        return notEmpty(types);
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** @return both, for rules that need the whole. */
    static List<ClassNode> everything() {
        List<ClassNode> types = classes();
        types.addAll(portableTests());
        return types;
    }

    private static List<ClassNode> notEmpty(List<ClassNode> types) {
        if (types.isEmpty()) {
            throw new IllegalStateException("no class files below " + MODULE + "/target: a rule over nothing proves nothing");
        }
        return types;
    }
}
