package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * No cast of a float or double to an integer: Java makes 0 of NaN and the nearest integer of what is out of range (JLS
 * 5.1.3), but code compiled ahead of time through C makes whatever the processor does of both (C11, 6.3.1.4).
 * {@code float-casts.txt} lists the methods whose values are always in range.
 */
final class FloatCastRule implements Rule {

    private final AllowedMethods allowed;

    /** @param allowed methods that cast only what is in range. */
    FloatCastRule(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @Override
    public String name() {
        return "No cast of a float or double to an integer";
    }

    @Override
    public String remedy() {
        return "take Float.floatToIntBits apart, as station.ScaledFloat does, or add the method to float-casts.txt with the "
                + "reason why its values are always in range.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                int opcode = instruction.getOpcode();
                boolean toInt = opcode == Opcodes.F2I || opcode == Opcodes.D2I;
                boolean toLong = opcode == Opcodes.F2L || opcode == Opcodes.D2L;
                if ((toInt || toLong) && !this.allowed.has(type.name, method.name)) {
                    findings.add(type, method, "casts to " + (toInt ? "int" : "long"));
                }
            }
        }
    }
}
