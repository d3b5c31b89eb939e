package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A native method is static, has at most 15 parameters, and takes and returns base types and arrays of them only (SNI). */
final class NativeMethodsRule implements Rule {

    private static final int MOST = 15;

    @Override
    public String name() {
        return "Natives as SNI takes them";
    }

    @Override
    public String remedy() {
        return "make it static, pass several values in one array, a string as a byte array with a zero at its end, and "
                + "return a base type.";
    }

    @Override
    public void check(ClassNode type, Findings findings) {
        for (MethodNode method : type.methods) {
            if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                checkNative(type, method, findings);
            }
        }
    }

    private static void checkNative(ClassNode type, MethodNode method, Findings findings) {
        Type[] parameters = Type.getArgumentTypes(method.desc);
        if (parameters.length > MOST) {
            findings.add(type, method, parameters.length + " parameters, " + MOST + " at most");
        }
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            findings.add(type, method, "a native that is not static");
        }
        for (Type parameter : parameters) {
            if (!isBase(parameter)) {
                findings.add(type, method, "parameter of type " + parameter.getClassName());
            }
        }
        if (Type.getReturnType(method.desc).getSort() >= Type.ARRAY) {
            findings.add(type, method, "returns " + Type.getReturnType(method.desc).getClassName());
        }
    }

    private static boolean isBase(Type type) {
        return type.getSort() < Type.ARRAY
                || type.getSort() == Type.ARRAY && type.getDimensions() == 1 && isBase(type.getElementType());
    }
}
