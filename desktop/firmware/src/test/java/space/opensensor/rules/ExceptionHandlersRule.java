package space.opensensor.rules;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method has at most 63 exception handlers (SOAR limit): entries of its exception table, of which {@code finally} and
 * try-with-resources make several.
 * <p>
 * The other limit on a method, 65536 bytes, needs no rule: the class file format itself ends at 65535.
 */
final class ExceptionHandlersRule implements Rule {

    static final int MOST = 63;

    @Override
    public String name() {
        return "At most " + MOST + " exception handlers per method";
    }

    @Override
    public String remedy() {
        return "move part of the method into another one.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            if (method.tryCatchBlocks.size() > MOST) {
                findings.add(type, method, method.tryCatchBlocks.size() + " exception handlers");
            }
        }
    }
}
