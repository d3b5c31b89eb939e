package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files are of the version that the port takes, and interfaces have no code (Java 8 default and static methods). */
final class ClassVersionRule implements Rule {

    private final int newest;

    /** @param newest class file version, such as 51. */
    ClassVersionRule(int newest) {
        this.newest = newest;
    }

    /** @return the version that {@code javac --release} emits: 51 for 7. */
    static int ofRelease(int release) {
        return 44 + release;
    }

    @Override
    public String name() {
        return "Class file version " + this.newest + " or older";
    }

    @Override
    public String remedy() {
        return "compile with the release of the property firmware.release; write default methods as a helper class.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        int version = type.version & 0xFFFF;
        if (version > this.newest) {
            findings.add(type, "version " + version);
        }
        for (MethodNode method : type.methods) {
            boolean code = (method.access & Opcodes.ACC_ABSTRACT) == 0 && !method.name.equals("<clinit>");
            if ((type.access & Opcodes.ACC_INTERFACE) != 0 && code) {
                findings.add(type, method, "code in an interface");
            }
        }
    }
}
