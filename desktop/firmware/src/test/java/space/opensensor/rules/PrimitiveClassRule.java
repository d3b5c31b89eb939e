package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** No {@code int.class} and the like: the SOAR has no such field TYPE. */
final class PrimitiveClassRule implements Rule {

    @Override
    public String name() {
        return "No class literal of a primitive type";
    }

    @Override
    public String remedy() {
        return "create the array or take the branch directly instead of through the class of a primitive.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction.getOpcode() == Opcodes.GETSTATIC && isLiteral((FieldInsnNode) instruction)) {
                    findings.add(type, method, "reads " + ((FieldInsnNode) instruction).owner.replace('/', '.') + ".TYPE");
                }
            }
        }
    }

    private static boolean isLiteral(FieldInsnNode field) {
        return field.name.equals("TYPE") && field.desc.equals("Ljava/lang/Class;") && field.owner.startsWith("java/lang/");
    }
}
