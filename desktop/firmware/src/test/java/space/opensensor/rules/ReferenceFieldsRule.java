package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * An object has at most 31 reference fields, those of its super classes included (SOAR limit).
 * <p>
 * The JDK's private fields stand in for those of the board's java classes, which nobody can see.
 */
final class ReferenceFieldsRule implements Rule {

    private static final int MOST = 31;

    private final Hierarchy hierarchy;

    ReferenceFieldsRule(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String name() {
        return "At most " + MOST + " reference fields per object";
    }

    @Override
    public String remedy() {
        return "group fields that belong together into an object or an array.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        int references = 0;
        for (ClassNode at = type; at != null; at = at.superName == null ? null : this.hierarchy.find(at.superName)) {
            references += own(at);
        }
        if (references > MOST) {
            findings.add(type, references + " reference fields");
        }
    }

    private static int own(ClassNode type) {
        int references = 0;
        for (FieldNode field : type.fields) {
            if ((field.access & Opcodes.ACC_STATIC) == 0 && field.desc.length() > 1) {
                references++;
            }
        }
        return references;
    }
}
