package space.opensensor.rules;

import java.util.LinkedHashSet;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Follows a value back to where it comes from, and so finds of which classes it may be. */
final class Trace {

    private static final int COPIED = 3;

    private final CallGraph graph;
    private final Call caller;
    private final MethodBody body;
    private final Types types = new Types();
    private final Set<AbstractInsnNode> seen = new LinkedHashSet<AbstractInsnNode>();

    private Trace(CallGraph graph, Call caller, MethodBody body) {
        this.graph = graph;
        this.caller = caller;
        this.body = body;
    }

    /** @param value null for none. */
    static Types of(CallGraph graph, Call caller, MethodBody body, SourceValue value) {
        Trace trace = new Trace(graph, caller, body);
        trace.follow(value);
        return trace.types;
    }

    private void follow(SourceValue value) {
        if (value != null) {
            for (AbstractInsnNode source : value.insns) {
                if (this.seen.add(source)) {
                    follow(source);
                }
            }
        }
    }

    private void follow(AbstractInsnNode source) {
        if (source instanceof MethodBody.Parameter) {
            parameter(((MethodBody.Parameter) source).local);
        } else if (source instanceof VarInsnNode) {
            variable((VarInsnNode) source);
        } else if (source instanceof FieldInsnNode) {
            FieldInsnNode field = (FieldInsnNode) source;
            this.types.add(this.graph.flow().field(field.owner, field.name));
        } else if (source instanceof MethodInsnNode) {
            result((MethodInsnNode) source);
        } else if (source.getOpcode() == Opcodes.NEW) {
            this.graph.addTo(this.types, ((TypeInsnNode) source).desc);
        } else if (source.getOpcode() == Opcodes.CHECKCAST) {
            follow(this.body.operand(source, 0));
        } else if (source.getOpcode() >= Opcodes.DUP && source.getOpcode() <= Opcodes.SWAP) {
            copied(source);
        } else if (source.getOpcode() == Opcodes.AALOAD || source instanceof LabelNode) {
            this.types.any = true;
        }
    }

    private void parameter(int local) {
        if (local == 0 && !this.caller.isStatic()) {
            this.types.classes.add(this.caller.receiver);
        } else {
            this.types.add(this.graph.flow().parameter(this.caller.method, local));
        }
    }

    private void variable(VarInsnNode source) {
        boolean isLoad = source.getOpcode() == Opcodes.ALOAD;
        follow(isLoad ? this.body.local(source, source.var) : this.body.operand(source, 0));
    }

    /** DUP copies the value on top, its like one of the values below as well: any of them. */
    private void copied(AbstractInsnNode source) {
        int values = source.getOpcode() == Opcodes.DUP ? 1 : COPIED;
        for (int i = 0; i < values; i++) {
            follow(this.body.operand(source, i));
        }
    }

    private void result(MethodInsnNode source) {
        if (!this.graph.isSuperType(Type.getReturnType(source.desc).getInternalName())) {
            return;
        }
        Dispatch called = new Dispatch(this.graph, this.caller, this.body, source);
        for (Call callee : called.direct()) {
            this.types.add(this.graph.flow().result(callee.method));
        }
        boolean isObject = Type.getReturnType(source.desc).getDescriptor().equals("Ljava/lang/Object;");
        this.types.any |= isObject && called.isPlatform();
    }
}
