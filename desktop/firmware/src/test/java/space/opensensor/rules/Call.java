package space.opensensor.rules;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A method of the product as it runs on objects of one class; a static method, on none. */
final class Call {

    /** Class of the object, exactly; of a static method the class that declares it. */
    final ClassNode receiver;
    /** Class that declares the method. */
    final ClassNode owner;
    final MethodNode method;

    Call(ClassNode receiver, ClassNode owner, MethodNode method) {
        this.receiver = (method.access & Opcodes.ACC_STATIC) != 0 ? owner : receiver;
        this.owner = owner;
        this.method = method;
    }

    boolean isStatic() {
        return (this.method.access & Opcodes.ACC_STATIC) != 0;
    }

    /** @return words of the frame: locals, parameters among them, and operands. */
    int words() {
        return this.method.maxLocals + this.method.maxStack;
    }

    /** @return {@code package/Owner.method(descriptor)}. */
    String name() {
        return this.owner.name + "." + this.method.name + this.method.desc;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Call && ((Call) other).receiver == this.receiver && ((Call) other).method == this.method;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this.receiver) * 31 + System.identityHashCode(this.method);
    }

    /** @return {@code Owner.method}, with the class of the object in brackets if it is another one. */
    @Override
    public String toString() {
        String name = simple(this.owner) + "." + this.method.name;
        return this.receiver == this.owner ? name : name + " [" + simple(this.receiver) + "]";
    }

    private static String simple(ClassNode type) {
        return type.name.substring(type.name.lastIndexOf('/') + 1);
    }
}
