package space.opensensor.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Which methods of the product call which, from its main class on. A call reaches the methods of the classes that its object
 * may be of, which are followed through fields, parameters and results; a call on {@code this}, those of the class at hand.
 * Where a method of the platform gets an object of the product, all that it overrides of the platform may be called back.
 * <p>
 * Threads and the initializers of classes begin chains of their own: on the board the latter run before the main method.
 */
final class CallGraph {

    private final Hierarchy types;
    private final Map<String, ClassNode> product = new LinkedHashMap<String, ClassNode>();
    private final Flow flow;
    /** Of which classes objects are made. */
    private final Set<ClassNode> made = new LinkedHashSet<ClassNode>();
    /** Names of all types that a class is of. */
    private final Map<ClassNode, Set<String>> above = new HashMap<ClassNode, Set<String>>();
    private final Map<String, Boolean> superTypes = new HashMap<String, Boolean>();
    private final List<Call> reached = new ArrayList<Call>();
    private final Map<Call, Set<Call>> calls = new HashMap<Call, Set<Call>>();
    private final Map<MethodNode, MethodBody> bodies = new LinkedHashMap<MethodNode, MethodBody>();
    private final Map<String, Call> roots = new LinkedHashMap<String, Call>();
    private boolean changed = true;

    /** @param main internal name of the class with the main method. */
    CallGraph(Iterable<ClassNode> product, String main) {
        this.types = new Hierarchy(product);
        this.flow = new Flow(this.types);
        for (ClassNode type : product) {
            this.product.put(type.name, type);
        }
        addRoot("main", resolve(find(main), "main", "([Ljava/lang/String;)V"));
        while (this.changed) {
            this.changed = false;
            for (int i = 0; i < this.reached.size(); i++) {
                expand(this.reached.get(i));
            }
        }
    }

    private void addRoot(String name, Call root) {
        if (root != null && !this.roots.containsKey(name)) {
            this.roots.put(name, root);
            reach(root);
        }
    }

    private void reach(Call call) {
        if (!this.calls.containsKey(call)) {
            this.calls.put(call, new LinkedHashSet<Call>());
            this.reached.add(call);
            this.changed = true;
        }
    }

    private void expand(Call caller) {
        if (!this.bodies.containsKey(caller.method)) {
            this.bodies.put(caller.method, new MethodBody(caller.owner, caller.method));
        }
        MethodBody body = this.bodies.get(caller.method);
        for (AbstractInsnNode instruction : caller.method.instructions) {
            if (body.isReached(instruction)) {
                expand(caller, body, instruction);
            }
        }
    }

    private void expand(Call caller, MethodBody body, AbstractInsnNode instruction) {
        if (instruction.getOpcode() == Opcodes.NEW) {
            make(this.product.get(((TypeInsnNode) instruction).desc));
        } else if (instruction instanceof FieldInsnNode) {
            FieldInsnNode field = (FieldInsnNode) instruction;
            initialize(field.owner);
            if (field.getOpcode() == Opcodes.PUTFIELD || field.getOpcode() == Opcodes.PUTSTATIC) {
                flow(caller, body, instruction, this.flow.field(field.owner, field.name));
            }
        } else if (instruction.getOpcode() == Opcodes.ARETURN) {
            flow(caller, body, instruction, this.flow.result(caller.method));
        } else if (instruction instanceof MethodInsnNode) {
            call(caller, body, (MethodInsnNode) instruction);
        }
    }

    private void make(ClassNode type) {
        if (type != null) {
            this.changed |= this.made.add(type);
            initialize(type.name);
            if (isA(type, "java/lang/Runnable")) {
                addRoot(type.name, resolve(type, "run", "()V"));
            }
        }
    }

    private void initialize(String name) {
        for (ClassNode type = this.product.get(name); type != null; type = this.product.get(type.superName)) {
            addRoot(type.name + ".<clinit>", declared(type, type, "<clinit>", "()V"));
        }
    }

    private void flow(Call caller, MethodBody body, AbstractInsnNode instruction, Types target) {
        this.changed |= target.add(Trace.of(this, caller, body, body.operand(instruction, 0)));
    }

    private void call(Call caller, MethodBody body, MethodInsnNode site) {
        if (site.getOpcode() == Opcodes.INVOKESTATIC) {
            initialize(site.owner);
        }
        Dispatch dispatch = new Dispatch(this, caller, body, site);
        for (Call callee : dispatch.direct()) {
            reach(callee);
            this.changed |= this.calls.get(caller).add(callee);
            pass(caller, body, site, callee);
        }
        for (Call callee : dispatch.callbacks()) {
            reach(callee);
            this.changed |= this.calls.get(caller).add(callee);
            passAnything(callee);
        }
    }

    private void pass(Call caller, MethodBody body, MethodInsnNode site, Call callee) {
        Type[] parameters = Type.getArgumentTypes(site.desc);
        int local = callee.isStatic() ? 0 : 1;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getSort() == Type.OBJECT && isSuperType(parameters[i].getInternalName())) {
                this.changed |= this.flow.parameter(callee.method, local)
                        .add(Trace.of(this, caller, body, body.argument(site, i)));
            }
            local += parameters[i].getSize();
        }
    }

    private void passAnything(Call callee) {
        Types anything = new Types();
        anything.any = true;
        for (int local = 1; local < callee.method.maxLocals; local++) {
            this.changed |= this.flow.parameter(callee.method, local).add(anything);
        }
    }

    /** Adds a class if it is one of the product's. */
    void addTo(Types set, String name) {
        if (this.product.containsKey(name)) {
            set.classes.add(this.product.get(name));
        }
    }

    /** @return those classes that are of a type, of any of which objects are made if the value may be of any. */
    Collection<ClassNode> select(Types found, String type) {
        Set<ClassNode> selected = new LinkedHashSet<ClassNode>();
        for (ClassNode candidate : found.any ? this.made : found.classes) {
            if (isA(candidate, type)) {
                selected.add(candidate);
            }
        }
        return selected;
    }

    private boolean isA(ClassNode type, String name) {
        if (!this.above.containsKey(type)) {
            Set<String> names = new HashSet<String>();
            addAbove(type, names);
            this.above.put(type, names);
        }
        return this.above.get(type).contains(name);
    }

    private void addAbove(ClassNode type, Set<String> names) {
        if (type != null && names.add(type.name)) {
            addAbove(type.superName == null ? null : find(type.superName), names);
            for (String name : type.interfaces) {
                addAbove(find(name), names);
            }
        }
    }

    /** @return whether any class of the product is of a type. */
    boolean isSuperType(String type) {
        if (!this.superTypes.containsKey(type)) {
            boolean found = false;
            for (ClassNode candidate : this.product.values()) {
                found |= isA(candidate, type);
            }
            this.superTypes.put(type, found);
        }
        return this.superTypes.get(type);
    }

    Flow flow() {
        return this.flow;
    }

    boolean isProduct(String name) {
        return this.product.containsKey(name);
    }

    ClassNode find(String name) {
        return this.types.find(name);
    }

    /** @return the method of the product that an object of a class has; null if it is none of the product's. */
    Call resolve(ClassNode receiver, String name, String descriptor) {
        Call found = null;
        for (ClassNode type = this.product.get(receiver.name); found == null && type != null;) {
            found = declared(receiver, type, name, descriptor);
            type = this.product.get(type.superName);
        }
        return found;
    }

    private static Call declared(ClassNode receiver, ClassNode type, String name, String descriptor) {
        for (MethodNode method : type.methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor) && (method.access & Opcodes.ACC_ABSTRACT) == 0) {
                return new Call(receiver, type, method);
            }
        }
        return null;
    }

    /** @return where chains begin: {@code main}, threads by the class of their Runnable, initializers. */
    Map<String, Call> roots() {
        return Collections.unmodifiableMap(this.roots);
    }

    /** @return what a method may call. */
    Set<Call> calls(Call caller) {
        return this.calls.get(caller);
    }

    /** @return everything reached. */
    List<Call> reached() {
        return Collections.unmodifiableList(this.reached);
    }
}
