package space.opensensor.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of the product one instruction may call, directly or through the platform. */
final class Dispatch {

    /** It makes threads of what it is given, which begin chains of their own. */
    private static final String THREAD = "java/lang/Thread";
    private static final String OBJECT = "java/lang/Object";

    private final CallGraph graph;
    private final Call caller;
    private final MethodBody body;
    private final MethodInsnNode site;
    private final Set<Call> direct = new LinkedHashSet<Call>();
    private final Set<ClassNode> inherited = new LinkedHashSet<ClassNode>();
    private boolean platform;

    Dispatch(CallGraph graph, Call caller, MethodBody body, MethodInsnNode site) {
        this.graph = graph;
        this.caller = caller;
        this.body = body;
        this.site = site;
        if (site.owner.startsWith("[")) {
            this.platform = true;
        } else if (site.getOpcode() == Opcodes.INVOKESTATIC) {
            ClassNode owner = graph.find(site.owner);
            call(owner, owner);
        } else if (graph.isSuperType(site.owner)) {
            boolean decided = site.getOpcode() == Opcodes.INVOKESPECIAL;
            for (ClassNode receiver : receivers()) {
                call(receiver, decided ? graph.find(site.owner) : receiver);
            }
        }
        this.platform |= !graph.isProduct(site.owner);
    }

    private Collection<ClassNode> receivers() {
        return this.graph.select(Trace.of(this.graph, this.caller, this.body, this.body.argument(this.site, -1)), this.site.owner);
    }

    /** @param from class from which on the method is looked for, upwards. */
    private void call(ClassNode receiver, ClassNode from) {
        Call found = this.graph.resolve(from, this.site.name, this.site.desc);
        if (found == null) {
            this.platform = true;
            this.inherited.add(receiver);
        } else {
            this.direct.add(new Call(receiver, found.owner, found.method));
        }
    }

    /** @return methods of the product that are called. */
    Set<Call> direct() {
        return this.direct;
    }

    /** @return whether a method of the platform may be called. */
    boolean isPlatform() {
        return this.platform;
    }

    /** @return methods of the product that the platform may call back, with what it is given or called on. */
    Set<Call> callbacks() {
        if (!this.platform || this.site.owner.equals(THREAD)) {
            return Collections.emptySet();
        }
        Set<Call> found = new LinkedHashSet<Call>();
        for (ClassNode receiver : this.inherited) {
            String type = platformType(receiver);
            boolean callsBack = !type.equals(OBJECT) && !this.site.name.equals("<init>");
            addOverriding(found, callsBack ? type : null, receiver);
        }
        Type[] parameters = Type.getArgumentTypes(this.site.desc);
        for (int i = 0; i < parameters.length; i++) {
            String type = parameters[i].getSort() == Type.OBJECT ? parameters[i].getInternalName() : null;
            if (type != null && !this.graph.isProduct(type) && this.graph.isSuperType(type)) {
                Types given = Trace.of(this.graph, this.caller, this.body, this.body.argument(this.site, i));
                for (ClassNode argument : this.graph.select(given, type)) {
                    addOverriding(found, type, argument);
                }
            }
        }
        return found;
    }

    /** @return the first super class that is none of the product's. */
    private String platformType(ClassNode type) {
        ClassNode at = type;
        while (this.graph.isProduct(at.name)) {
            at = this.graph.find(at.superName);
        }
        return at.name;
    }

    /** Adds what an object overrides of a type of the platform and of all above it. */
    private void addOverriding(Set<Call> found, String name, ClassNode receiver) {
        ClassNode type = name == null ? null : this.graph.find(name);
        if (type != null) {
            for (MethodNode method : type.methods) {
                boolean isInherited = (method.access & Opcodes.ACC_STATIC) == 0 && !method.name.equals("<init>");
                Call overriding = isInherited ? this.graph.resolve(receiver, method.name, method.desc) : null;
                if (overriding != null) {
                    found.add(overriding);
                }
            }
            addOverriding(found, type.superName, receiver);
            for (String above : type.interfaces) {
                addOverriding(found, above, receiver);
            }
        }
    }
}
