package space.opensensor.rules;

import java.util.ArrayList;
import java.util.List;

import org.junit.Assert;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What breaks one rule: each with its class, its member and what is wrong. */
final class Findings {

    private final String rule;
    private final String remedy;
    private final List<String> lines = new ArrayList<String>();

    Findings(String rule, String remedy) {
        this.rule = rule;
        this.remedy = remedy;
    }

    /** Applies a rule to classes. */
    static Findings of(Rule rule, Iterable<ClassNode> types) {
        Findings findings = new Findings(rule.name(), rule.remedy());
        for (ClassNode type : types) {
            rule.check(type, findings);
        }
        return findings;
    }

    /** Adds a finding about a class as a whole. */
    void add(ClassNode type, String what) {
        add(type.name.replace('/', '.'), what);
    }

    /** Adds a finding about a method. */
    void add(ClassNode type, MethodNode method, String what) {
        add(type.name.replace('/', '.') + "." + method.name + method.desc, what);
    }

    /** Adds a finding about anything that has a name; once, however often it is found. */
    void add(String where, String what) {
        String line = where + ": " + what;
        if (!this.lines.contains(line)) {
            this.lines.add(line);
        }
    }

    /** Fails with every finding. */
    void assertNone() {
        if (!this.lines.isEmpty()) {
            Assert.fail(toString());
        }
    }

    /** Fails unless there is exactly one finding, and it has these words in it. */
    void assertOne(String... words) {
        Assert.assertEquals(toString(), 1, this.lines.size());
        for (String word : words) {
            Assert.assertTrue("no \"" + word + "\" in " + this, this.lines.get(0).contains(word));
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(this.rule).append(": ").append(this.lines.size()).append(" finding(s)\n");
        for (String line : this.lines) {
            text.append("  ").append(line).append('\n');
        }
        return text.append("What to do: ").append(this.remedy).toString();
    }
}
