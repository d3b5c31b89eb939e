package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * An integer is divided by a constant, or in a method that {@code divisors.txt} lists with the reason why its divisor is
 * never 0: code compiled ahead of time throws no ArithmeticException.
 */
final class DivisorRule implements Rule {

    private final AllowedMethods allowed;

    /** @param allowed methods whose divisors are never 0. */
    DivisorRule(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @Override
    public String name() {
        return "No division of an integer by what may be 0";
    }

    @Override
    public String remedy() {
        return "divide by a constant, or add the method to divisors.txt with the reason why the divisor is never 0.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (isDivision(instruction.getOpcode()) && !isConstant(instruction.getPrevious())
                        && !this.allowed.has(type.name, method.name)) {
                    findings.add(type, method, "divides by no constant");
                }
            }
        }
    }

    private static boolean isDivision(int opcode) {
        return opcode == Opcodes.IDIV || opcode == Opcodes.IREM || opcode == Opcodes.LDIV || opcode == Opcodes.LREM;
    }

    /** @return whether an instruction pushes a number other than 0. */
    private static boolean isConstant(AbstractInsnNode divisor) {
        if (divisor instanceof IntInsnNode) {
            return ((IntInsnNode) divisor).operand != 0;
        }
        if (divisor instanceof LdcInsnNode) {
            return ((Number) ((LdcInsnNode) divisor).cst).longValue() != 0;
        }
        int opcode = divisor == null ? -1 : divisor.getOpcode();
        return opcode >= Opcodes.ICONST_1 && opcode <= Opcodes.ICONST_5 || opcode == Opcodes.ICONST_M1
                || opcode == Opcodes.LCONST_1;
    }
}
