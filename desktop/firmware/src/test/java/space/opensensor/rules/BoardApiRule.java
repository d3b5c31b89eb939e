package space.opensensor.rules;

import java.util.Set;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Code uses only types and members that the board has, from modules that module.ivy declares. */
final class BoardApiRule implements Rule {

    private final BoardApi api;
    private final TrustedMembers trusted;
    private final Set<String> dependencies;
    private final Hierarchy hierarchy;

    BoardApiRule(BoardApi api, TrustedMembers trusted, Set<String> dependencies, Hierarchy hierarchy) {
        this.api = api;
        this.trusted = trusted;
        this.dependencies = dependencies;
        this.hierarchy = hierarchy;
    }

    @Override
    public String name() {
        return "Members that the board has";
    }

    @Override
    public String remedy() {
        return "use a member of board-api.txt or write it yourself; if the board surely has it, add it to "
                + "trusted-members.txt with the reason; a missing module goes into module.ivy.";
    }

    @Override
    public void check(final ClassNode type, final Findings findings) {
        References.of(type, new References.Listener() {
            @Override
            public void type(String where, String name) {
                String problem = problem(name);
                if (problem != null) {
                    findings.add(place(type, where), "uses type " + name.replace('/', '.') + ", " + problem);
                }
            }

            @Override
            public void member(String where, String owner, String member) {
                if (!owner.startsWith("[") && problem(owner) == null && !resolves(owner, member)) {
                    findings.add(place(type, where), "uses " + owner.replace('/', '.') + "." + member
                            + ", which the board is not known to have");
                }
            }
        });
    }

    static String place(ClassNode type, String where) {
        return type.name.replace('/', '.') + (where.isEmpty() ? "" : "." + where);
    }

    /** @return why a type must not be used, or null. */
    private String problem(String type) {
        if (this.hierarchy.isGiven(type)) {
            return null;
        }
        String modules = this.api.modules(type);
        if (modules == null) {
            modules = this.trusted.modules(type);
        }
        if (modules == null) {
            return "which the board is not known to have";
        }
        for (String module : modules.split(",")) {
            if (this.dependencies.contains(module)) {
                return null;
            }
        }
        return "but module.ivy declares no dependency on " + modules;
    }

    /** A constructor belongs to its class; anything else may come from a super type. */
    private boolean resolves(String owner, String member) {
        if (owner == null) {
            return false;
        }
        ClassNode type = this.hierarchy.find(owner);
        if (this.hierarchy.isGiven(owner) ? declares(type, member) : has(owner, member)) {
            return true;
        }
        if (type == null || member.startsWith("<init>")) {
            return false;
        }
        if (resolves(type.superName, member)) {
            return true;
        }
        for (String parent : type.interfaces) {
            if (resolves(parent, member)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String owner, String member) {
        return this.api.has(owner, member) || this.trusted.modules(owner + "." + member) != null;
    }

    private static boolean declares(ClassNode type, String member) {
        for (MethodNode method : type.methods) {
            if (member.equals(method.name + method.desc)) {
                return true;
            }
        }
        for (FieldNode field : type.fields) {
            if (member.equals(field.name + ":" + field.desc)) {
                return true;
            }
        }
        return false;
    }
}
