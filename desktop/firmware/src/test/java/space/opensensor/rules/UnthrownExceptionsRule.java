package space.opensensor.rules;

import java.util.Arrays;
import java.util.List;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Nothing waits for an exception that code compiled ahead of time does not throw: a division by zero, a wrong array
 * store and a negative array length go unnoticed there.
 */
final class UnthrownExceptionsRule implements Rule {

    private static final List<String> UNTHROWN = Arrays.asList("java/lang/ArithmeticException",
            "java/lang/ArrayStoreException", "java/lang/NegativeArraySizeException");

    @Override
    public String name() {
        return "No catch of an exception that ahead-of-time code does not throw";
    }

    @Override
    public String remedy() {
        return "test the divisor, the element or the length before use.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (UNTHROWN.contains(block.type)) {
                    findings.add(type, method, "catches " + block.type.replace('/', '.'));
                }
            }
        }
    }
}
