package space.opensensor.rules;

import java.util.Set;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A class loaded by its name is in a {@code *.types.list}: the linker drops what nothing else refers to. */
final class LoadedTypesRule implements Rule {

    private final Set<String> listed;

    LoadedTypesRule(Set<String> listed) {
        this.listed = listed;
    }

    @Override
    public String name() {
        return "Classes loaded by name are listed";
    }

    @Override
    public String remedy() {
        return "call Class.forName with a literal and add that name to a *.types.list of resources/.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (isForName(instruction)) {
                    String problem = problem(argument(instruction));
                    if (problem != null) {
                        findings.add(type, method, problem);
                    }
                }
            }
        }
    }

    private static boolean isForName(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode && ((MethodInsnNode) instruction).owner.equals("java/lang/Class")
                && ((MethodInsnNode) instruction).name.equals("forName");
    }

    private String problem(Object argument) {
        if (!(argument instanceof String)) {
            return "loads a class whose name is not a literal";
        }
        return this.listed.contains(argument) ? null : "loads " + argument + ", which no *.types.list has";
    }

    /** @return the constant that the instruction before a call pushes, or null. */
    static Object argument(AbstractInsnNode call) {
        AbstractInsnNode before = call.getPrevious();
        while (before != null && before.getOpcode() < 0) {
            before = before.getPrevious();
        }
        return before instanceof LdcInsnNode ? ((LdcInsnNode) before).cst : null;
    }
}
