package space.opensensor.rules;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.w3c.dom.Element;

/** The files that MicroEJ builds from say the same as one another, as pom.xml and as the code. */
public class ModuleFilesTest {

    private static final int PSRAM = 8 << 20;
    /** Concrete types that SOAR takes. */
    private static final int LINKED_TYPES = 8192;

    private final ModuleIvy module = ModuleIvy.ofProduct();

    @Test
    public void mainClassOfModuleHasMainMethod() {
        String main = this.module.property("application.main.class");
        Assert.assertEquals("space.opensensor.device.Main", main);
        for (ClassNode type : Product.classes()) {
            if (type.name.equals(main.replace('.', '/'))) {
                Assert.assertTrue(main + " has no main method", hasMain(type));
                return;
            }
        }
        Assert.fail("application.main.class of module.ivy, " + main + ", does not exist");
    }

    private static boolean hasMain(ClassNode type) {
        for (MethodNode method : type.methods) {
            if (method.name.equals("main") && method.desc.equals("([Ljava/lang/String;)V")) {
                return true;
            }
        }
        return false;
    }

    @Test
    public void everyDependencyIsUsed() {
        final Set<String> needed = new HashSet<String>(Arrays.asList("ej.library.test#junit"));
        final BoardApi api = BoardApi.read();
        final TrustedMembers trusted = TrustedMembers.read();
        for (ClassNode type : Product.everything()) {
            References.of(type, new References.Listener() {
                @Override
                public void type(String where, String name) {
                    add(api.modules(name));
                    add(trusted.modules(name));
                }

                @Override
                public void member(String where, String owner, String member) {
                    // its owner has been seen as a type
                }

                private void add(String modules) {
                    if (modules != null) {
                        needed.addAll(Arrays.asList(modules.split(",")));
                    }
                }
            });
        }
        for (String dependency : this.module.dependencies().keySet()) {
            Assert.assertTrue("module.ivy depends on " + dependency + ", which nothing uses", needed.contains(dependency));
        }
    }

    @Test
    public void configurationsThatDependenciesNameExist() {
        Set<String> configurations = new HashSet<String>();
        for (Element conf : this.module.elements("conf")) {
            configurations.add(conf.getAttribute("name"));
        }
        for (Element dependency : this.module.elements("dependency")) {
            String mapping = dependency.getAttribute("conf");
            Assert.assertTrue(mapping,
                    mapping.isEmpty() || configurations.contains(mapping.substring(0, mapping.indexOf("->"))));
        }
    }

    @Test
    public void versionIsTheSameEverywhere() throws Exception {
        String version = this.module.attribute("info", "revision");
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(Product.TOP, "pom.xml"))
                .getDocumentElement();
        String maven = project.getElementsByTagName("version").item(0).getTextContent();
        Assert.assertEquals("version of pom.xml", version, maven.replace("-SNAPSHOT", ""));
        Properties constants = properties(new File(Product.RESOURCES, "station.constants.list"));
        Assert.assertEquals("station.constants.list", version, constants.getProperty("space.opensensor.version"));
    }

    @Test
    public void buildFolderHasTheOptionsOfTheTop() throws IOException {
        Assert.assertEquals(properties(new File(Product.TOP, "build.properties")),
                properties(new File(Product.TOP, "build/common.properties")));
    }

    @Test
    public void sourceFolderHasTheResourcesOfTheTop() {
        List<String> top = Arrays.asList(sorted(Product.RESOURCES));
        List<String> linked = Arrays.asList(sorted(new File(Product.TOP, "src/main/resources")));
        Assert.assertEquals("src/main/resources is a link to resources, see docs/board.md", top, linked);
    }

    @Test
    public void optionsStayWithinTheLimitsOfPlatformAndBoard() throws IOException {
        Properties options = properties(new File(Product.TOP, "build.properties"));
        int block = number(options, "core.memory.thread.block.size");
        int pool = number(options, "core.memory.threads.pool.size");
        int heap = number(options, "core.memory.javaheap.size");
        Assert.assertTrue("heap, immortals and stacks leave half of the PSRAM to TLS and Wi-Fi",
                heap + number(options, "core.memory.immortal.size") + block * pool <= PSRAM / 2);
        Assert.assertTrue("at most 63 threads", number(options, "core.memory.threads.size") <= 63);
        Assert.assertTrue("a thread may not take more than the pool has",
                number(options, "core.memory.thread.max.size") <= pool);
        Assert.assertEquals("FatFs opens 2 files", 2, number(options, "com.is2t.fs.embedded.resources.io.file.max.access"));
    }

    /** Classes, abstract ones among them, and as many arrays of them. */
    @Test
    public void linkerTakesAllTypes() {
        Assert.assertTrue(Product.classes().size() + " classes", 2 * Product.classes().size() <= LINKED_TYPES);
    }

    /** The MicroEJ test suite reads them on the board. */
    @Test
    public void filesOfPortableTestsTakeATenthOfTheHeapAtMost() throws IOException {
        int heap = number(properties(new File(Product.TOP, "build.properties")), "core.memory.javaheap.size");
        long largest = largest(new File(Product.TOP, "src/test/resources"));
        Assert.assertTrue(largest + " bytes", largest > 0 && largest <= heap / 10);
    }

    private static long largest(File file) {
        long most = file.isFile() ? file.length() : 0;
        File[] files = file.listFiles();
        for (int i = 0; files != null && i < files.length; i++) {
            most = Math.max(most, largest(files[i]));
        }
        return most;
    }

    /** Measured on an emulated core by desktop/xtensa/run, which fails above the limit. */
    @Test
    public void heapHoldsFourTimesWhatADayTakes() throws IOException {
        int heap = number(properties(new File(Product.TOP, "build.properties")), "core.memory.javaheap.size");
        int day = number(properties(new File(Product.TOP, "desktop/xtensa/budgets.properties")), "heap_day_bytes");
        Assert.assertTrue(heap + " bytes of heap for a day in " + day, day > 0 && heap >= 4 * day);
    }

    private static int number(Properties options, String name) {
        Assert.assertNotNull("there is no option " + name, options.getProperty(name));
        return Integer.parseInt(options.getProperty(name));
    }

    private static String[] sorted(File folder) {
        String[] names = folder.list();
        Assert.assertNotNull(folder + " is no folder", names);
        Arrays.sort(names);
        return names;
    }

    private static Properties properties(File file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            properties.load(in);
        }
        return properties;
    }
}
