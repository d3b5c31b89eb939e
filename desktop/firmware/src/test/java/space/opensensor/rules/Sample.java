package space.opensensor.rules;

import java.util.Collections;
import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** A small class made in memory for one rule to reject; it is never loaded. */
final class Sample {

    final ClassNode type = new ClassNode();
    private final MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "()V", null, null);

    /** @param name internal name; the class has one empty method {@code run()}. */
    Sample(String name) {
        this.type.version = Opcodes.V1_7;
        this.type.access = Opcodes.ACC_PUBLIC;
        this.type.name = name;
        this.type.superName = "java/lang/Object";
        this.method.instructions.add(new InsnNode(Opcodes.RETURN));
        this.type.methods.add(this.method);
    }

    Sample version(int version) {
        this.type.version = version;
        return this;
    }

    Sample superType(String name) {
        this.type.superName = name;
        return this;
    }

    Sample field(int access, String name, String descriptor) {
        this.type.fields.add(new FieldNode(access, name, descriptor, null, null));
        return this;
    }

    Sample method(int access, String name, String descriptor) {
        this.type.methods.add(new MethodNode(access, name, descriptor, null, null));
        return this;
    }

    /** Marks {@code run()} with an annotation that may have one element. */
    Sample annotated(String descriptor, Object... element) {
        AnnotationNode annotation = new AnnotationNode(descriptor);
        annotation.values = element.length == 0 ? null : java.util.Arrays.asList(element);
        this.method.access &= ~Opcodes.ACC_STATIC;
        this.method.visibleAnnotations = Collections.singletonList(annotation);
        return this;
    }

    Sample calls(String owner, String name, String descriptor) {
        return with(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false));
    }

    Sample reads(String owner, String name, String descriptor) {
        return with(new FieldInsnNode(Opcodes.GETSTATIC, owner, name, descriptor));
    }

    Sample constant(Object value) {
        return with(new LdcInsnNode(value));
    }

    Sample classConstant(String descriptor) {
        return constant(Type.getType(descriptor));
    }

    Sample catches(String exception) {
        LabelNode label = new LabelNode();
        with(label);
        this.method.tryCatchBlocks.add(new TryCatchBlockNode(label, label, label, exception));
        return this;
    }

    Sample with(AbstractInsnNode instruction) {
        this.method.instructions.insertBefore(this.method.instructions.getLast(), instruction);
        return this;
    }

    List<ClassNode> types() {
        return Collections.singletonList(this.type);
    }
}
