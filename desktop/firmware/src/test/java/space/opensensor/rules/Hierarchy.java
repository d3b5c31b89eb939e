package space.opensensor.rules;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Finds a class by its internal name: first among those given, then on the class path.
 * <p>
 * The JDK's own class files tell the super types of java types; which of their members count is for {@link BoardApi}.
 */
final class Hierarchy {

    private final Map<String, ClassNode> types = new HashMap<String, ClassNode>();
    private final Map<String, ClassNode> given = new HashMap<String, ClassNode>();

    Hierarchy(Iterable<ClassNode> given) {
        for (ClassNode type : given) {
            this.types.put(type.name, type);
            this.given.put(type.name, type);
        }
    }

    /** @return whether the class is one of those given. */
    boolean isGiven(String name) {
        return this.given.containsKey(name);
    }

    /** @return the class, or null if there is none of that name. */
    ClassNode find(String name) {
        if (!this.types.containsKey(name)) {
            this.types.put(name, load(name));
        }
        return this.types.get(name);
    }

    private static ClassNode load(String name) {
        try {
            ClassNode type = new ClassNode();
            new ClassReader(name).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return type;
        } catch (IOException e) {
            return null;
        }
    }
}
