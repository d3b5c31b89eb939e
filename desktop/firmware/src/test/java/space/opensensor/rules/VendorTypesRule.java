package space.opensensor.rules;

import org.objectweb.asm.tree.ClassNode;

/** Only the package device knows the platform's own types, so that everything else runs on a JDK as it is. */
final class VendorTypesRule implements Rule {

    @Override
    public String name() {
        return "ej.* and com.espressif.* only in device";
    }

    @Override
    public String remedy() {
        return "put an interface beside the class that needs it and implement it in device.";
    }

    @Override
    public void check(final ClassNode type, final Findings findings) {
        if (type.name.startsWith(PackageArrowsRule.ROOT + "device/")) {
            return;
        }
        References.of(type, new References.Listener() {
            @Override
            public void type(String where, String name) {
                if (name.startsWith("ej/") || name.startsWith("com/espressif/") || name.startsWith("com/microej/")) {
                    findings.add(BoardApiRule.place(type, where), "uses " + name.replace('/', '.'));
                }
            }

            @Override
            public void member(String where, String owner, String member) {
                // its owner has been seen as a type
            }
        });
    }
}
