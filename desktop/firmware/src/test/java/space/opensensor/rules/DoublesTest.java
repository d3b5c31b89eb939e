package space.opensensor.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The doubles of the platform declare what board-api-ej.txt lists and nothing else: neither hides a mistake of the other. */
public class DoublesTest {

    @Test
    public void doublesDeclareWhatTheListHas() {
        Set<String> listed = new TreeSet<String>();
        Set<String> declared = new TreeSet<String>();
        Hierarchy doubles = new Hierarchy(Collections.<ClassNode>emptyList());
        Set<String> owners = new TreeSet<String>();
        String owner = null;
        for (String line : BoardApi.lines("board-api-ej.txt")) {
            if (line.startsWith(" ")) {
                listed.add(owner + "." + line.trim());
            } else {
                owner = line.substring(0, line.indexOf(' '));
                owners.add(owner);
            }
        }
        for (String name : owners) {
            ClassNode type = doubles.find(name);
            Assert.assertNotNull(name + " has no double in desktop/doubles", type);
            collect(type, listed, declared);
        }
        Assert.assertEquals(listed, declared);
    }

    /** Constructors count only if listed: a class that the platform hands out has one in its double all the same. */
    private static void collect(ClassNode type, Set<String> listed, Set<String> declared) {
        for (MethodNode method : type.methods) {
            boolean ofEnum = (type.access & Opcodes.ACC_ENUM) != 0;
            String name = type.name + "." + method.name + method.desc;
            boolean unlistedConstructor = method.name.equals("<init>") && !listed.contains(name);
            if ((method.access & Opcodes.ACC_PUBLIC) != 0 && !ofEnum && !unlistedConstructor) {
                declared.add(name);
            }
        }
        for (FieldNode field : type.fields) {
            if ((field.access & Opcodes.ACC_PUBLIC) != 0) {
                declared.add(type.name + "." + field.name + ":" + field.desc);
            }
        }
    }
}
