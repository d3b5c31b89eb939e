package space.opensensor.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Class-file bytes, without debug tables, of the classes that the main class reaches: what the linker of the firmware takes
 * in, as it drops the others. A measure of growth, not the size on the board.
 */
final class FirmwareSize {

    private final Hierarchy product;
    private final Set<String> reached = new TreeSet<String>();

    private FirmwareSize(Hierarchy product) {
        this.product = product;
    }

    /** @param main internal name. @return bytes by package, such as {@code parquet}. */
    static Map<String, Integer> byPackage(Iterable<ClassNode> types, String main) {
        FirmwareSize size = new FirmwareSize(new Hierarchy(types));
        size.reach(main);
        Map<String, Integer> bytes = new TreeMap<String, Integer>();
        for (String name : size.reached) {
            String folder = name.substring(PackageArrowsRule.ROOT.length(), name.lastIndexOf('/'));
            Integer before = bytes.get(folder);
            bytes.put(folder, (before == null ? 0 : before) + bytes(size.product.find(name)));
        }
        return bytes;
    }

    private void reach(String main) {
        final Deque<String> open = new ArrayDeque<String>();
        open.add(main);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (this.product.isGiven(name) && this.reached.add(name)) {
                open.addAll(referencesOf(this.product.find(name)));
            }
        }
    }

    private static List<String> referencesOf(ClassNode type) {
        final List<String> names = new ArrayList<String>();
        References.of(type, new References.Listener() {
            @Override
            public void type(String where, String name) {
                names.add(name);
            }

            @Override
            public void member(String where, String owner, String member) {
                // its owner has been seen as a type
            }
        });
        return names;
    }

    private static int bytes(ClassNode type) {
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray().length;
    }
}
