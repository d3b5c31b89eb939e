package space.opensensor.rules;

import org.objectweb.asm.tree.ClassNode;

/** One limit of the board that a class file shows. */
interface Rule {

    /** @return the limit in a few words, as a heading. */
    String name();

    /** @return what the author of a class does about a finding. */
    String remedy();

    /** Adds what breaks this rule in one class. */
    void check(ClassNode type, Findings findings);
}
