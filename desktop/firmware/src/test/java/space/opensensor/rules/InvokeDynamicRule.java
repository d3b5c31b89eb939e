package space.opensensor.rules;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** No lambdas, method references or dynamic string concatenation: the board knows no invokedynamic. */
final class InvokeDynamicRule implements Rule {

    @Override
    public String name() {
        return "No invokedynamic";
    }

    @Override
    public String remedy() {
        return "write a named class instead of a lambda.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode) {
                    findings.add(type, method, "invokedynamic " + ((InvokeDynamicInsnNode) instruction).name);
                } else if (instruction instanceof LdcInsnNode && isDynamic(((LdcInsnNode) instruction).cst)) {
                    findings.add(type, method, "constant " + ((LdcInsnNode) instruction).cst);
                }
            }
        }
    }

    private static boolean isDynamic(Object constant) {
        return constant instanceof Handle || constant instanceof ConstantDynamic
                || constant instanceof Type && ((Type) constant).getSort() == Type.METHOD;
    }
}
