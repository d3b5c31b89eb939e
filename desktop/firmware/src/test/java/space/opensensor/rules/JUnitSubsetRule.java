package space.opensensor.rules;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Tests have the shape that the MicroEJ test suite runs: public classes and methods, annotations without elements. */
final class JUnitSubsetRule implements Rule {

    @Override
    public String name() {
        return "JUnit as the MicroEJ test suite runs it";
    }

    @Override
    public String remedy() {
        return "public class, public void methods without parameters; try, fail and catch instead of expected=; no "
                + "runner, no rule.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        boolean hasTest = false;
        for (MethodNode method : type.methods) {
            List<AnnotationNode> annotations = method.visibleAnnotations;
            for (int i = 0; annotations != null && i < annotations.size(); i++) {
                if (annotations.get(i).desc.startsWith("Lorg/junit/")) {
                    hasTest = true;
                    checkMethod(type, method, annotations.get(i), findings);
                }
            }
        }
        if (hasTest && (type.access & Opcodes.ACC_PUBLIC) == 0) {
            findings.add(type, "a test class that is not public");
        }
    }

    private static void checkMethod(ClassNode type, MethodNode method, AnnotationNode annotation, Findings findings) {
        boolean perClass = annotation.desc.endsWith("Class;");
        if (annotation.values != null && !annotation.values.isEmpty()) {
            findings.add(type, method, "element " + annotation.values.get(0) + " of " + annotation.desc);
        }
        if ((method.access & Opcodes.ACC_PUBLIC) == 0 || !method.desc.equals("()V")) {
            findings.add(type, method, "not public void without parameters");
        }
        if (perClass != ((method.access & Opcodes.ACC_STATIC) != 0)) {
            findings.add(type, method, perClass ? "not static" : "static");
        }
    }
}
