package space.opensensor.rules;

import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** C declarations of native methods by the rules of SNI: those of JNI but for the parameters that it leaves out. */
final class SniNames {

    private SniNames() {
    }

    /** @return a declaration for each native of a class, such as {@code jint Java_a_B_read(jfloat*, jint)}. */
    static Set<String> declarations(ClassNode type) {
        Set<String> declarations = new TreeSet<String>();
        for (MethodNode method : type.methods) {
            if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                declarations.add(declaration(type, method));
            }
        }
        return declarations;
    }

    private static String declaration(ClassNode type, MethodNode method) {
        StringBuilder parameters = new StringBuilder();
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            parameters.append(parameters.length() == 0 ? "" : ", ").append(typeName(parameter));
        }
        return typeName(Type.getReturnType(method.desc)) + " " + symbol(type, method) + "("
                + (parameters.length() == 0 ? "void" : parameters) + ")";
    }

    private static String symbol(ClassNode type, MethodNode method) {
        String symbol = "Java_" + escape(type.name) + "_" + escape(method.name);
        int parameters = method.desc.indexOf(')');
        return isOverloaded(type, method.name) ? symbol + "__" + escape(method.desc.substring(1, parameters)) : symbol;
    }

    private static boolean isOverloaded(ClassNode type, String name) {
        int natives = 0;
        for (MethodNode method : type.methods) {
            natives += method.name.equals(name) && (method.access & Opcodes.ACC_NATIVE) != 0 ? 1 : 0;
        }
        return natives > 1;
    }

    private static String escape(String name) {
        return name.replace("_", "_1").replace(";", "_2").replace("[", "_3").replace('/', '_');
    }

    private static String typeName(Type type) {
        switch (type.getSort()) {
        case Type.VOID:
            return "void";
        case Type.ARRAY:
            return typeName(type.getElementType()) + "*";
        default:
            return "j" + type.getClassName();
        }
    }
}
