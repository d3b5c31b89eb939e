package space.opensensor.rules;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.objectweb.asm.tree.MethodNode;

/**
 * The stacks, threads and monitors of build.properties suffice twice over for the deepest chains of calls that the class files
 * allow; what happens while the device runs on a JDK stays within them. docs/stacks.md has the figures.
 */
public class StacksTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final String MAIN = "space/opensensor/device/Main";
    private static final File DOCUMENT = new File(Product.TOP, "docs/stacks.md");
    private static final String[] TESTS = {"DeviceTest", "StorageTest", "DeepSleepTest"};
    /** Tests reach their stores without the threads that guard connections on the board. */
    private static final String UNGUARDED = "space/opensensor/http/SocketConnect";
    /** Threads for connections that are given up but not over, and the platform's own. */
    private static final int SPARE_THREADS = 6;
    private static final int MARGIN = 2;

    private static StackNeeds needs;
    private static Properties options;

    @BeforeClass
    public static void runProbed() throws Exception {
        options = new Properties();
        try (InputStream in = new FileInputStream(new File(Product.TOP, "build.properties"))) {
            options.load(in);
        }
        needs = new StackNeeds(new CallGraph(Product.classes(), MAIN));
        ProbedClasses probed = new ProbedClasses(frames(), StackTable.begins(needs));
        for (String test : TESTS) {
            Result result = JUnitCore.runClasses(probed.loadClass("space.opensensor.device." + test));
            Assert.assertTrue(result.getFailures().toString(), result.wasSuccessful());
        }
        Object objects = probed.loadClass("space.opensensor.device.BusyDevice").getMethod("run", File.class)
                .invoke(null, FOLDER.getRoot());
        Assert.assertTrue(objects + " objects", (Integer) objects >= 4);
    }

    /** Frames of all methods of the classes of which any method is reached. */
    private static Map<String, Integer> frames() {
        Map<String, Integer> frames = new HashMap<String, Integer>();
        for (Call reached : needs.graph.reached()) {
            for (MethodNode method : reached.owner.methods) {
                Call call = new Call(reached.owner, reached.owner, method);
                frames.put(call.name(), Frames.bytes(call.words()));
            }
        }
        return frames;
    }

    private static int option(String name) {
        return Integer.parseInt(options.getProperty("core.memory." + name));
    }

    @Test
    public void everyThreadHasTwiceTheStackThatItsDeepestChainTakes() {
        Assert.assertEquals(StackNeeds.BLOCK, option("thread.block.size"));
        for (StackNeeds.Thread thread : needs.threads) {
            Assert.assertTrue(thread.name + " takes " + thread.blocks() + " blocks: " + thread.deepest,
                    MARGIN * thread.blocks() <= option("thread.max.size"));
        }
    }

    @Test
    public void thePoolHoldsTheStacksOfAllThreadsTwice() {
        int blocks = 0;
        int connect = 0;
        for (StackNeeds.Thread thread : needs.started()) {
            blocks += thread.blocks();
            connect = thread.name.endsWith("ConnectAttempt") ? thread.blocks() : connect;
        }
        Assert.assertTrue("nobody connects", connect > 0);
        blocks += SPARE_THREADS * connect;
        Assert.assertTrue(blocks + " blocks", MARGIN * blocks <= option("threads.pool.size"));
    }

    @Test
    public void thereAreThreadsForAllThatMayRunAtOnce() {
        Assert.assertEquals(needs.started().toString(), 6, needs.started().size());
        Assert.assertTrue(needs.started().size() + SPARE_THREADS <= option("threads.size"));
    }

    @Test
    public void noThreadHoldsMoreMonitorsThanHalfOfWhatItMay() {
        for (StackNeeds.Thread thread : needs.threads) {
            Assert.assertTrue(thread.name + " holds " + thread.monitors, MARGIN * thread.monitors <= option("thread.max.nb.monitors"));
        }
    }

    /** That the analysis overlooks nothing: what the device, its doubles and a JDK do is among what it says. */
    @Test
    public void everyCallThatHappensIsOneThatTheClassFilesAllow() {
        Map<String, Set<String>> allowed = new HashMap<String, Set<String>>();
        for (Call caller : needs.graph.reached()) {
            Set<String> callees = allowed.get(caller.name());
            allowed.put(caller.name(), callees == null ? new HashSet<String>() : callees);
            for (Call callee : needs.graph.calls(caller)) {
                allowed.get(caller.name()).add(callee.name());
            }
        }
        Set<String> overlooked = new TreeSet<String>();
        int calls = 0;
        for (ProbedMethod callee : Depth.methods()) {
            for (ProbedMethod caller : callee.callers) {
                calls++;
                boolean compared = allowed.containsKey(caller.name) && !callee.isInitializer()
                        && !callee.name.startsWith(UNGUARDED);
                if (compared && !allowed.get(caller.name).contains(callee.name)) {
                    overlooked.add(caller.name + " -> " + callee.name);
                }
            }
        }
        Assert.assertEquals("[]", overlooked.toString());
        Assert.assertTrue("the probes have lost their subject: " + calls + " calls", calls > 1500);
    }

    @Test
    public void noThreadGoesDeeperThanTheClassFilesAllow() {
        for (StackNeeds.Thread thread : needs.started()) {
            int seen = StackTable.seen(thread).bytes() + StackTable.above(thread);
            Assert.assertTrue(thread.name + " was not seen", seen > 0);
            Assert.assertTrue(thread.name + ": " + seen + " of " + thread.bytes, seen <= thread.bytes);
        }
    }

    @Test
    public void theDocumentHasTheseFigures() throws IOException {
        String page = new StackTable(needs).page();
        if (Boolean.getBoolean("write.docs")) {
            Files.write(DOCUMENT.toPath(), page.getBytes("UTF-8"));
        }
        String found = new String(Files.readAllBytes(DOCUMENT.toPath()), "UTF-8");
        Assume.assumeTrue("another compiler makes other frames", "7".equals(System.getProperty("firmware.release")));
        Assert.assertEquals("mvn -pl desktop/firmware -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=StacksTest"
                + " -Dwrite.docs=true writes it", StackTable.possible(page), StackTable.possible(found));
    }
}
