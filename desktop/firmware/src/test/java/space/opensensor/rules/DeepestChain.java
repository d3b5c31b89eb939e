package space.opensensor.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain of calls that takes most of something. A chain that comes back to itself has no end, and is refused. */
final class DeepestChain {

    /** What a call takes. */
    interface Cost {
        int of(Call call);
    }

    private final CallGraph graph;
    private final Cost cost;
    private final Map<Call, Integer> below = new HashMap<Call, Integer>();
    private final Map<Call, Call> next = new HashMap<Call, Call>();
    private final List<Call> open = new ArrayList<Call>();

    DeepestChain(CallGraph graph, Cost cost) {
        this.graph = graph;
        this.cost = cost;
    }

    /** @return the chain from a call on; throws an IllegalStateException that names the calls if a method may call itself. */
    List<Call> from(Call root) {
        measure(root);
        List<Call> chain = new ArrayList<Call>();
        for (Call call = root; call != null; call = this.next.get(call)) {
            chain.add(call);
        }
        return chain;
    }

    /** @return what the chain from a call on takes. */
    int costFrom(Call root) {
        return measure(root);
    }

    private int measure(Call call) {
        if (this.below.containsKey(call)) {
            return this.below.get(call);
        }
        if (this.open.contains(call)) {
            throw new IllegalStateException("calls itself: " + this.open.subList(this.open.indexOf(call), this.open.size()));
        }
        this.open.add(call);
        int most = 0;
        for (Call callee : this.graph.calls(call)) {
            int depth = measure(callee);
            if (depth > most) {
                most = depth;
                this.next.put(call, callee);
            }
        }
        this.open.remove(this.open.size() - 1);
        this.below.put(call, most + this.cost.of(call));
        return most + this.cost.of(call);
    }
}
