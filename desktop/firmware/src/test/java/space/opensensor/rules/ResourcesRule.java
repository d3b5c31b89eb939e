package space.opensensor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A resource that is opened is in a {@code *.resources.list}: nothing else is linked into the image.
 * <p>
 * Where the name is no literal at the call, every text of the class that starts with a slash counts as such a name.
 */
final class ResourcesRule implements Rule {

    private final Set<String> listed;

    /** @param listed paths without a leading slash. */
    ResourcesRule(Set<String> listed) {
        this.listed = listed;
    }

    @Override
    public String name() {
        return "Resources opened are listed";
    }

    @Override
    public String remedy() {
        return "open it by its path from the root (\"/certificates/x.pem\") and add the path without the slash to a "
                + "*.resources.list of resources/.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (opens(instruction)) {
                    checkCall(type, method, LoadedTypesRule.argument(instruction), findings);
                }
            }
        }
    }

    private static boolean opens(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode
                && ((MethodInsnNode) instruction).name.equals("getResourceAsStream");
    }

    private void checkCall(ClassNode type, MethodNode method, Object argument, Findings findings) {
        List<String> names = new ArrayList<String>();
        if (argument instanceof String) {
            names.add((String) argument);
        } else {
            collectPaths(type, names);
        }
        if (names.isEmpty()) {
            findings.add(type, method, "opens a resource that this class does not name");
        }
        for (String name : names) {
            if (!name.startsWith("/") || !this.listed.contains(name.substring(1))) {
                findings.add(type, method, "opens " + name + ", which no *.resources.list has");
            }
        }
    }

    private static void collectPaths(ClassNode type, List<String> names) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                Object constant = instruction instanceof LdcInsnNode ? ((LdcInsnNode) instruction).cst : null;
                if (constant instanceof String && ((String) constant).startsWith("/")) {
                    names.add((String) constant);
                }
            }
        }
    }
}
