package space.opensensor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What {@link ProbedClasses} tell while they run: which method is called from which, and how deep. One stack per thread. */
public final class Depth {

    private static final int LIMIT = 1000;
    private static final List<ProbedMethod> METHODS = new CopyOnWriteArrayList<ProbedMethod>();
    /** The deepest chain below each method that begins one. */
    private static final Map<String, Chain> DEEPEST = new ConcurrentHashMap<String, Chain>();

    private static final ThreadLocal<Depth> OF_THREAD = new ThreadLocal<Depth>() {
        @Override
        protected Depth initialValue() {
            return new Depth();
        }
    };

    /** Methods of the product, one called from the other. */
    static final class Chain {
        final List<ProbedMethod> methods = new ArrayList<ProbedMethod>();
        private volatile int bytes;

        int bytes() {
            return this.bytes;
        }

        private synchronized void compare(Depth depth, int from, int to, int found) {
            if (found > this.bytes) {
                this.bytes = found;
                this.methods.clear();
                for (int i = from; i <= to; i++) {
                    if (depth.stack[i].isProduct()) {
                        this.methods.add(depth.stack[i]);
                    }
                }
            }
        }
    }

    private final ProbedMethod[] stack = new ProbedMethod[LIMIT];
    /** Bytes of the frames from where the chain begins. */
    private final int[] bytes = new int[LIMIT];
    /** Where the chain begins; -1 for none. */
    private final int[] begin = new int[LIMIT];
    private int height;

    private Depth() {
    }

    /** @param begins whether chains are measured from it on. @return its number. */
    static synchronized int number(ProbedMethod method, boolean begins) {
        if (begins) {
            DEEPEST.put(method.name, new Chain());
        }
        METHODS.add(method);
        return METHODS.size() - 1;
    }

    /** A method begins. @return the height of the stack before. */
    public static int enter(int number) {
        Depth depth = OF_THREAD.get();
        depth.push(METHODS.get(number));
        return depth.height - 1;
    }

    /** A method ends, or goes on in an exception handler: then the stack has this height. */
    public static void back(int height) {
        OF_THREAD.get().height = height;
    }

    private void push(ProbedMethod method) {
        int at = this.height++;
        this.stack[at] = method;
        this.bytes[at] = method.bytes;
        this.begin[at] = -1;
        if (DEEPEST.containsKey(method.name)) {
            this.begin[at] = at;
        } else if (at > 0 && !method.isInitializer()) {
            this.begin[at] = this.begin[at - 1];
            this.bytes[at] += this.bytes[at - 1];
        }
        if (method.isProduct() && at > 0 && this.stack[at - 1].isProduct()) {
            method.callers.add(this.stack[at - 1]);
        }
        if (this.begin[at] >= 0) {
            Chain most = DEEPEST.get(this.stack[this.begin[at]].name);
            if (this.bytes[at] > most.bytes) {
                most.compare(this, this.begin[at], at, this.bytes[at]);
            }
        }
    }

    /** @return all methods that have a number. */
    static List<ProbedMethod> methods() {
        return METHODS;
    }

    /** @return the deepest chain from a method on. */
    static Chain deepest(String name) {
        return DEEPEST.get(name);
    }
}
