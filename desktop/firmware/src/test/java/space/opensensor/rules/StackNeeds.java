package space.opensensor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the threads of the firmware need of Java stacks, by its call graph. */
final class StackNeeds {

    /** Bytes of a block: the default of MicroEJ. */
    static final int BLOCK = 512;
    /** Blocks below the product's deepest call, for the platform's own methods: as many as a whole thread has by default. */
    static final int PLATFORM_BLOCKS = 4;

    /** One thread, or the initializers of all classes. */
    static final class Thread {
        final String name;
        final List<Call> longest;
        final List<Call> deepest;
        final int bytes;
        final int monitors;

        private Thread(String name, List<Call> longest, List<Call> deepest, int bytes, int monitors) {
            this.name = name;
            this.longest = longest;
            this.deepest = deepest;
            this.bytes = bytes;
            this.monitors = monitors;
        }

        /** @return blocks, those of the platform included. */
        int blocks() {
            return Frames.blocks(this.deepest, BLOCK) + PLATFORM_BLOCKS;
        }
    }

    final CallGraph graph;
    final List<Thread> threads = new ArrayList<Thread>();

    StackNeeds(CallGraph graph) {
        this.graph = graph;
        DeepestChain bytes = new DeepestChain(graph, new DeepestChain.Cost() {
            @Override
            public int of(Call call) {
                return Frames.bytes(call.words());
            }
        });
        DeepestChain methods = new DeepestChain(graph, new DeepestChain.Cost() {
            @Override
            public int of(Call call) {
                return 1;
            }
        });
        DeepestChain monitors = new DeepestChain(graph, new DeepestChain.Cost() {
            @Override
            public int of(Call call) {
                return Frames.monitors(call);
            }
        });
        for (Map.Entry<String, Call> root : graph.roots().entrySet()) {
            Call from = root.getValue();
            this.threads.add(new Thread(root.getKey(), methods.from(from), bytes.from(from), bytes.costFrom(from),
                    monitors.costFrom(from)));
        }
    }

    /** @return threads without the initializers, which run on the main thread before it. */
    List<Thread> started() {
        List<Thread> started = new ArrayList<Thread>();
        for (Thread thread : this.threads) {
            if (!thread.name.endsWith(".<clinit>")) {
                started.add(thread);
            }
        }
        return started;
    }

    /** @return the initializer that needs most. */
    Thread initializer() {
        Thread most = null;
        for (Thread thread : this.threads) {
            if (thread.name.endsWith(".<clinit>") && (most == null || thread.bytes > most.bytes)) {
                most = thread;
            }
        }
        return most;
    }
}
