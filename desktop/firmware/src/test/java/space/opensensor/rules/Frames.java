package space.opensensor.rules;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Bytes and blocks of Java stacks. A thread has blocks of one size, takes another one when a frame does not fit into the rest
 * of the last, and gives none back before it ends (MicroEJ, options of the group Threads). What a frame takes is not
 * published; counted are 4 bytes for each local and operand of the class file, and 32 for what links it to its caller.
 */
final class Frames {

    private static final int WORD = 4;
    private static final int LINKAGE = 32;

    private Frames() {
    }

    static int bytes(int words) {
        return WORD * words + LINKAGE;
    }

    /** @return blocks that a chain takes. */
    static int blocks(List<Call> chain, int blockBytes) {
        int blocks = 1;
        int left = blockBytes;
        for (Call call : chain) {
            int bytes = bytes(call.words());
            if (bytes > left) {
                blocks++;
                left = blockBytes;
            }
            left -= bytes;
        }
        return blocks;
    }

    /** @return monitors that a call may hold at once. */
    static int monitors(Call call) {
        int count = (call.method.access & Opcodes.ACC_SYNCHRONIZED) == 0 ? 0 : 1;
        for (AbstractInsnNode instruction : call.method.instructions) {
            count += instruction.getOpcode() == Opcodes.MONITORENTER ? 1 : 0;
        }
        return count;
    }
}
