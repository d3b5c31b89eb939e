package space.opensensor.xtensa;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Java agent: makes every basic block of the product's classes add to {@link Counters} what it executes. */
public final class CountingAgent implements ClassFileTransformer {

    private static final String PRODUCT = "space/opensensor/";
    private static final String PROGRAMS = "space/opensensor/xtensa/";
    private static final String COUNTERS = "space/opensensor/xtensa/Counters";
    private static final int STACK = 4;

    /** Called by the JVM. */
    public static void premain(String argument, Instrumentation instrumentation) {
        instrumentation.addTransformer(new CountingAgent());
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !name.startsWith(PRODUCT) || name.startsWith(PROGRAMS)) {
            return null;
        }
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, 0);
        for (MethodNode method : type.methods) {
            count(method.instructions);
            method.maxStack += STACK;
        }
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static void count(InsnList code) {
        AbstractInsnNode first = null;
        int[] counts = new int[3];
        boolean ended = true;
        for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof LabelNode) {
                ended = true;
            }
            if (at.getOpcode() >= 0) {
                if (ended) {
                    put(code, first, counts);
                    first = at;
                    counts = new int[3];
                }
                add(at.getOpcode(), counts);
                ended = endsBlock(at);
            }
        }
        put(code, first, counts);
    }

    private static void add(int opcode, int[] counts) {
        counts[0]++;
        counts[1] += opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC ? 1 : 0;
        counts[2] += opcode >= Opcodes.NEW && opcode <= Opcodes.ANEWARRAY || opcode == Opcodes.MULTIANEWARRAY ? 1 : 0;
    }

    private static boolean endsBlock(AbstractInsnNode at) {
        int opcode = at.getOpcode();
        return at instanceof JumpInsnNode || at instanceof TableSwitchInsnNode || at instanceof LookupSwitchInsnNode
                || at instanceof MethodInsnNode || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                || opcode == Opcodes.ATHROW;
    }

    private static void put(InsnList code, AbstractInsnNode before, int[] counts) {
        String[] fields = {"bytecodes", "calls", "allocations"};
        for (int i = 0; i < fields.length && before != null; i++) {
            if (counts[i] > 0) {
                InsnList add = new InsnList();
                add.add(new FieldInsnNode(Opcodes.GETSTATIC, COUNTERS, fields[i], "J"));
                add.add(new LdcInsnNode((long) counts[i]));
                add.add(new InsnNode(Opcodes.LADD));
                add.add(new FieldInsnNode(Opcodes.PUTSTATIC, COUNTERS, fields[i], "J"));
                // A frame of the stack map names the place of a NEW: nothing may come between its label and it.
                if (before.getOpcode() == Opcodes.NEW) {
                    code.insert(before, add);
                } else {
                    code.insertBefore(before, add);
                }
            }
        }
    }
}
