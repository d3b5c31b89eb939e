package space.opensensor.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** {@link CallGraph} and what is measured on it, over small programs: the nested classes here. */
public class CallGraphTest {

    interface Sink {
        void put(int value);
    }

    static final class Ground implements Sink {
        @Override
        public void put(int value) {
            low(value, value);
        }

        private void low(int a, long b) {
            Long.toString(a + b);
        }
    }

    static final class Unused implements Sink {
        @Override
        public void put(int value) {
            new Unused().put(value);
        }
    }

    /** A sink around another one. */
    static final class Around implements Sink {
        private final Sink inner;

        Around(Sink inner) {
            this.inner = inner;
        }

        @Override
        public void put(int value) {
            this.inner.put(value);
        }
    }

    static final class Decorated {
        public static void main(String[] arguments) {
            outer(new Ground()).put(1);
        }

        private static Sink outer(Sink sink) {
            return new Around(sink);
        }
    }

    abstract static class Template {
        final void run() {
            step();
        }

        abstract void step();
    }

    static final class Shallow extends Template {
        @Override
        void step() {
            end();
        }

        private static void end() {
            Long.toString(1);
        }
    }

    static final class Deep extends Template {
        @Override
        void step() {
            new Shallow().run();
        }
    }

    static final class Templates {
        public static void main(String[] arguments) {
            new Deep().run();
        }
    }

    /** Equal to none; asked by the list that holds it. */
    static final class Element {
        @Override
        public boolean equals(Object other) {
            return probe();
        }

        @Override
        public int hashCode() {
            return 1;
        }

        private static boolean probe() {
            return false;
        }
    }

    static final class CalledBack {
        public static void main(String[] arguments) {
            new ArrayList<Object>().contains(new Element());
        }
    }

    static final class Held {
        public static void main(String[] arguments) {
            List<Sink> sinks = new ArrayList<Sink>();
            sinks.add(new Ground());
            sinks.get(0).put(1);
        }
    }

    static final class Worker implements Runnable {
        private static final Sink SINK = new Ground();

        @Override
        public void run() {
            synchronized (SINK) {
                locked();
            }
        }

        private synchronized void locked() {
            SINK.put(1);
        }
    }

    static final class Starts {
        public static void main(String[] arguments) {
            new Thread(new Worker()).start();
        }
    }

    static final class Recursive {
        public static void main(String[] arguments) {
            even(arguments.length);
        }

        private static boolean even(int number) {
            return number == 0 || odd(number - 1);
        }

        private static boolean odd(int number) {
            return number != 0 && even(number - 1);
        }
    }

    private static StackNeeds needs(Class<?> main, Class<?>... others) {
        List<ClassNode> types = new ArrayList<ClassNode>();
        try {
            for (Class<?> type : others) {
                types.add(read(type));
            }
            types.add(read(main));
            return new StackNeeds(new CallGraph(types, main.getName().replace('.', '/')));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassNode read(Class<?> type) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(type.getName()).accept(node, ClassReader.SKIP_DEBUG);
        return node;
    }

    private static String longest(Class<?> main, Class<?>... others) {
        return needs(main, others).threads.get(0).longest.toString().replace("CallGraphTest$", "");
    }

    @Test
    public void followsAnObjectThroughParametersFieldsAndResults() {
        Assert.assertEquals("[Decorated.main, Around.put, Ground.put, Ground.low]",
                longest(Decorated.class, Sink.class, Ground.class, Around.class, Unused.class));
    }

    @Test
    public void knowsWhoseMethodACallOnThisReaches() {
        Assert.assertEquals("[Templates.main, Template.run [Deep], Deep.step, Template.run [Shallow], Shallow.step, Shallow.end]",
                longest(Templates.class, Template.class, Shallow.class, Deep.class));
    }

    @Test
    public void knowsThatThePlatformCallsBack() {
        Assert.assertEquals("[CalledBack.main, Element.equals, Element.probe]", longest(CalledBack.class, Element.class));
    }

    @Test
    public void whatThePlatformHoldsMayBeAnythingThatWasMade() {
        Assert.assertEquals("[Held.main, Ground.put, Ground.low]", longest(Held.class, Sink.class, Ground.class, Around.class));
    }

    @Test
    public void threadsAndInitializersBeginChains() {
        StackNeeds needs = needs(Starts.class, Sink.class, Ground.class, Worker.class);
        Assert.assertEquals(2, needs.started().size());
        Assert.assertEquals("[CallGraphTest$Worker.run, CallGraphTest$Worker.locked, CallGraphTest$Ground.put, CallGraphTest$Ground.low]",
                needs.started().get(1).longest.toString());
        Assert.assertEquals("the block and the method", 2, needs.started().get(1).monitors);
        Assert.assertTrue(needs.initializer().name, needs.initializer().name.endsWith("Worker.<clinit>"));
    }

    @Test
    public void refusesAMethodThatMayCallItself() {
        try {
            needs(Recursive.class);
        } catch (IllegalStateException e) {
            Assert.assertEquals("calls itself: [CallGraphTest$Recursive.even, CallGraphTest$Recursive.odd]", e.getMessage());
            return;
        }
        Assert.fail("recursion has no deepest chain");
    }

    @Test
    public void aFrameThatDoesNotFitBeginsAnotherBlock() {
        StackNeeds.Thread main = needs(Decorated.class, Sink.class, Ground.class, Around.class).threads.get(0);
        int bytes = 0;
        int largest = 0;
        for (Call call : main.deepest) {
            bytes += Frames.bytes(call.words());
            largest = Math.max(largest, Frames.bytes(call.words()));
        }
        Assert.assertEquals(bytes, main.bytes);
        Assert.assertEquals(1, Frames.blocks(main.deepest, bytes));
        Assert.assertEquals(2, Frames.blocks(main.deepest, bytes - 1));
        Assert.assertEquals("each frame alone", main.deepest.size(), Frames.blocks(main.deepest, largest));
    }
}
