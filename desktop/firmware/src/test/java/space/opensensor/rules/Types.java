package space.opensensor.rules;

import java.util.LinkedHashSet;
import java.util.Set;

import org.objectweb.asm.tree.ClassNode;

/** Classes of the product that a value may be of. */
final class Types {

    final Set<ClassNode> classes = new LinkedHashSet<ClassNode>();
    /** Whether it may be of any other as well: what the platform hands out as an Object, or an array holds. */
    boolean any;

    /** @return whether that is new. */
    boolean add(Types others) {
        boolean changed = this.classes.addAll(others.classes) | others.any && !this.any;
        this.any |= others.any;
        return changed;
    }
}
