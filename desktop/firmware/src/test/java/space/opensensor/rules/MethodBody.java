package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which instructions of a method bring forth the values that its instructions use. */
final class MethodBody {

    /** Brings forth a parameter. */
    static final class Parameter extends InsnNode {
        final int local;

        Parameter(int local) {
            super(Opcodes.NOP);
            this.local = local;
        }
    }

    /** Tells parameters and exceptions from values that are not there. */
    private static final class Sources extends SourceInterpreter {
        Sources() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstance, int local, Type type) {
            return new SourceValue(type.getSize(), new Parameter(local));
        }

        @Override
        public SourceValue newExceptionValue(TryCatchBlockNode block, Frame<SourceValue> frame, Type type) {
            return new SourceValue(1, block.handler);
        }
    }

    final MethodNode method;
    private final Frame<SourceValue>[] frames;

    MethodBody(ClassNode owner, MethodNode method) {
        this.method = method;
        try {
            this.frames = new Analyzer<SourceValue>(new Sources()).analyze(owner.name, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException(owner.name + "." + method.name, e);
        }
    }

    /** @return whether an instruction can be reached. */
    boolean isReached(AbstractInsnNode instruction) {
        return frame(instruction) != null;
    }

    private Frame<SourceValue> frame(AbstractInsnNode instruction) {
        return this.frames[this.method.instructions.indexOf(instruction)];
    }

    /** @return operand of an instruction; 0 is the last one; null if there are fewer. */
    SourceValue operand(AbstractInsnNode instruction, int fromTop) {
        int index = frame(instruction).getStackSize() - 1 - fromTop;
        return index < 0 ? null : frame(instruction).getStack(index);
    }

    SourceValue local(AbstractInsnNode instruction, int index) {
        return frame(instruction).getLocal(index);
    }

    /** @return argument of a call, by its index; -1 is the object it is called on. */
    SourceValue argument(MethodInsnNode call, int index) {
        return operand(call, Type.getArgumentTypes(call.desc).length - 1 - index);
    }
}
