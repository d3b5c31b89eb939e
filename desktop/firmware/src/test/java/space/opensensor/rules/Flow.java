package space.opensensor.rules;

import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Of which classes the values in fields, parameters and results may be, whatever the object at hand. */
final class Flow {

    private final Hierarchy hierarchy;
    private final Map<Object, Types> known = new HashMap<Object, Types>();

    Flow(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    private Types at(Object key) {
        if (!this.known.containsKey(key)) {
            this.known.put(key, new Types());
        }
        return this.known.get(key);
    }

    Types field(String owner, String name) {
        for (ClassNode type = this.hierarchy.find(owner); type != null; type = this.hierarchy.find(type.superName)) {
            for (FieldNode field : type.fields) {
                if (field.name.equals(name)) {
                    return at(field);
                }
            }
            if (type.superName == null) {
                break;
            }
        }
        return new Types();
    }

    Types parameter(MethodNode method, int local) {
        return at(System.identityHashCode(method) + " " + method.name + " " + local);
    }

    Types result(MethodNode method) {
        return at(method);
    }
}
