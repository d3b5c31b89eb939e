package space.opensensor.rules;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The class files below a folder, in the order of their names. */
final class ClassFiles {

    private ClassFiles() {
    }

    /** @return the classes below {@code folder} except package-info; empty if there is no such folder. */
    static List<ClassNode> below(File folder) {
        List<ClassNode> types = new ArrayList<ClassNode>();
        collect(folder, types);
        return types;
    }

    private static void collect(File folder, List<ClassNode> types) {
        File[] files = folder.listFiles();
        if (files == null) {
            return;
        }
        Arrays.sort(files);
        for (File file : files) {
            if (file.isDirectory()) {
                collect(file, types);
            } else if (file.getName().endsWith(".class") && !file.getName().equals("package-info.class")) {
                types.add(read(file));
            }
        }
    }

    private static ClassNode read(File file) {
        try (InputStream in = new FileInputStream(file)) {
            ClassNode type = new ClassNode();
            new ClassReader(in).accept(type, ClassReader.SKIP_DEBUG);
            return type;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
