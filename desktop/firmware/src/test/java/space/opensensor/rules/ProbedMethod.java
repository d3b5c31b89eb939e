package space.opensensor.rules;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A method that tells {@link Depth} when it begins and ends. */
final class ProbedMethod {

    /** {@code package/Owner.method(descriptor)}. */
    final String name;
    /** Bytes of its frame; 0 if it is none of the product's. */
    final int bytes;
    /** Methods of the product that called it. */
    final Set<ProbedMethod> callers = Collections.newSetFromMap(new ConcurrentHashMap<ProbedMethod, Boolean>());

    ProbedMethod(String name, int bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    boolean isProduct() {
        return this.bytes > 0;
    }

    /** @return whether it is an initializer, which on the board has run before. */
    boolean isInitializer() {
        return this.name.contains(".<clinit>");
    }

    /** @return {@code Owner.method}. */
    @Override
    public String toString() {
        String owner = this.name.substring(0, this.name.indexOf('.'));
        return owner.substring(owner.lastIndexOf('/') + 1) + this.name.substring(owner.length(), this.name.indexOf('('));
    }
}
