package space.opensensor.xtensa.tools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A C function as TeaVM writes it, a statement a line, and the lines that each line may be followed by. Line 0 is its
 * head. A statement that is removed leaves an empty line.
 */
final class CFunction {

    /** A whole function of a file; group 1 is its name. */
    static final Pattern TEXT = Pattern.compile("(?ms)^\\w[^\\n;]*?\\b(\\w+)\\([^\\n;]*\\) \\{\\n.*?^}$");

    static final String TRY = "TEAVM_TRY";
    private static final String CATCH = "TEAVM_CATCH";
    private static final String END_TRY = "TEAVM_END_TRY";

    /** What statements need of those before them. */
    interface Needs {
        /** Turns the numbers of what is needed after a statement into those of what is needed before it. */
        void before(int line, BitSet needed);
    }

    private final String[] lines;
    private final List<List<Integer>> next = new ArrayList<>();
    /** For a line that begins a block, the line that ends it. */
    private final int[] end;
    /** The line that begins the block that a line is in. */
    private final int[] block;

    CFunction(String text) {
        this.lines = text.split("\n");
        this.end = new int[this.lines.length];
        this.block = new int[this.lines.length];
        findBlocks();
        for (int i = 0; i < this.lines.length; i++) {
            this.next.add(successors(i));
        }
    }

    private void findBlocks() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < this.lines.length; i++) {
            String line = line(i);
            if (line.startsWith("}") || line.equals(CATCH) || line.equals(END_TRY)) {
                this.end[open.pop()] = i;
            }
            this.block[i] = open.isEmpty() ? 0 : open.peek();
            if (line.endsWith("{") || line.equals(TRY) || line.equals(CATCH)) {
                open.push(i);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("not what this version of TeaVM generates: " + this.lines[0]);
        }
    }

    private List<Integer> successors(int i) {
        List<Integer> to = new ArrayList<>();
        String line = line(i);
        if (line.endsWith("break;")) {
            to.add(afterBreak(i));
        }
        if (line.startsWith("goto ")) {
            to.add(label(line.substring(5)));
        } else if (line.startsWith("if (") && line.endsWith("{") || line.startsWith("} else if (")) {
            to.add(landing(i + 1));
            int otherwise = this.end[i];
            to.add(line(otherwise).equals("} else {") ? landing(otherwise + 1) : otherwise);
        } else if (line.startsWith("switch (") || line.equals(CATCH)) {
            addCases(i, to);
            if (!line.equals(CATCH)) {
                to.add(this.end[i]);
            }
        } else if (line.equals("}") && isLoop(beginOf(i))) {
            to.add(beginOf(i));
        } else if (!line.equals("break;") && !line.startsWith("return") && !line.equals("TEAVM_UNREACHABLE")
                && i + 1 < this.lines.length) {
            to.add(landing(i + 1));
        }
        if (handler(i) > 0) {
            to.add(handler(i));
        }
        return to;
    }

    private void addCases(int i, List<Integer> to) {
        for (int j = i + 1; j < this.end[i]; j++) {
            if (this.block[j] == i && (line(j).startsWith("case ") || line(j).startsWith("default:"))) {
                to.add(j);
            }
        }
    }

    /** Where control goes that comes to a line from the one above it: past other branches and past what catches. */
    private int landing(int i) {
        int at = i;
        while (line(at).startsWith("} else") || line(at).equals(CATCH)) {
            at = this.end[at];
        }
        return at;
    }

    private int afterBreak(int i) {
        int left = this.block[i];
        while (!isLoop(left) && !line(left).startsWith("switch (") && !line(left).equals(TRY) && !line(left).equals(CATCH)) {
            left = this.block[left];
        }
        return landing((line(left).equals(TRY) ? this.end[this.end[left]] : this.end[left]) + 1);
    }

    private int beginOf(int ending) {
        int i = ending - 1;
        while (this.end[i] != ending) {
            i--;
        }
        return i;
    }

    private int label(String name) {
        for (int i = 0; i < this.lines.length; i++) {
            if (line(i).equals(name.replace(";", ":;"))) {
                return i;
            }
        }
        throw new IllegalStateException("no label " + name + " in " + this.lines[0]);
    }

    private boolean isLoop(int i) {
        return line(i).startsWith("while (");
    }

    /** @return how many lines there are. */
    int length() {
        return this.lines.length;
    }

    /** @return a line without its indentation; empty if it was removed. */
    String line(int i) {
        return this.lines[i].strip();
    }

    void remove(int i) {
        this.lines[i] = "";
    }

    /** @return the line that catches what a line throws; 0 if there is none. */
    int handler(int i) {
        for (int at = this.block[i]; at > 0; at = this.block[at]) {
            if (line(at).equals(TRY)) {
                return this.end[at];
            }
        }
        return 0;
    }

    /** @return for each line, the numbers of what is needed after it. */
    BitSet[] neededAfter(Needs needs) {
        BitSet[] after = new BitSet[this.lines.length];
        BitSet[] before = new BitSet[this.lines.length];
        for (int i = 0; i < this.lines.length; i++) {
            before[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = this.lines.length - 1; i >= 0; i--) {
                after[i] = new BitSet();
                for (int to : this.next.get(i)) {
                    after[i].or(before[to]);
                }
                BitSet needed = (BitSet) after[i].clone();
                needs.before(i, needed);
                changed |= !needed.equals(before[i]);
                before[i] = needed;
            }
        }
        return after;
    }

    /** @return the whole text, without the removed lines. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (String line : this.lines) {
            text.append(line).append(line.isEmpty() ? "" : "\n");
        }
        return text.substring(0, text.length() - 1);
    }
}
