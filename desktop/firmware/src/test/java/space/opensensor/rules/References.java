package space.opensensor.rules;

import java.util.List;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Walks over every type and member that a class needs at run time. Generic signatures and debug tables do not count. */
final class References {

    /** Gets what is found. */
    interface Listener {

        /** @param where member that refers, or the empty string for the class itself. */
        void type(String where, String name);

        /** @param member {@code name(descriptor)} of a method, {@code name:descriptor} of a field. */
        void member(String where, String owner, String member);
    }

    private final Listener listener;
    private String where = "";

    private References(Listener listener) {
        this.listener = listener;
    }

    static void of(ClassNode type, Listener listener) {
        new References(listener).visit(type);
    }

    private void visit(ClassNode type) {
        if (type.superName != null) {
            name(type.superName);
        }
        for (String name : type.interfaces) {
            name(name);
        }
        annotations(type.visibleAnnotations);
        annotations(type.invisibleAnnotations);
        for (FieldNode field : type.fields) {
            this.where = field.name;
            descriptor(Type.getType(field.desc));
            annotations(field.visibleAnnotations);
            annotations(field.invisibleAnnotations);
        }
        for (MethodNode method : type.methods) {
            this.where = method.name + method.desc;
            visit(method);
        }
    }

    private void visit(MethodNode method) {
        method(method.desc);
        for (String exception : method.exceptions) {
            name(exception);
        }
        annotations(method.visibleAnnotations);
        annotations(method.invisibleAnnotations);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (block.type != null) {
                name(block.type);
            }
        }
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            visit(instruction);
        }
    }

    private void visit(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode) {
            MethodInsnNode call = (MethodInsnNode) instruction;
            method(call.desc);
            member(call.owner, call.name + call.desc);
        } else if (instruction instanceof FieldInsnNode) {
            FieldInsnNode access = (FieldInsnNode) instruction;
            descriptor(Type.getType(access.desc));
            member(access.owner, access.name + ":" + access.desc);
        } else if (instruction instanceof TypeInsnNode) {
            name(((TypeInsnNode) instruction).desc);
        } else if (instruction instanceof MultiANewArrayInsnNode) {
            descriptor(Type.getType(((MultiANewArrayInsnNode) instruction).desc));
        } else if (instruction.getOpcode() == Opcodes.LDC && ((LdcInsnNode) instruction).cst instanceof Type) {
            descriptor((Type) ((LdcInsnNode) instruction).cst);
        }
    }

    private void annotations(List<AnnotationNode> annotations) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                descriptor(Type.getType(annotation.desc));
            }
        }
    }

    private void member(String owner, String member) {
        name(owner);
        this.listener.member(this.where, owner, member);
    }

    private void method(String descriptor) {
        descriptor(Type.getReturnType(descriptor));
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            descriptor(argument);
        }
    }

    private void name(String name) {
        descriptor(Type.getObjectType(name));
    }

    private void descriptor(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            this.listener.type(this.where, element.getInternalName());
        }
    }
}
