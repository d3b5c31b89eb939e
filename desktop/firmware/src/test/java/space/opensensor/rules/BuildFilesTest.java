package space.opensensor.rules;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.Assert;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of Studio, of SDK 6 and of the headless build name what is there, and say the same as module.ivy. */
public class BuildFilesTest {

    private static final File LAUNCHES = new File(Product.TOP, "vee-port-esp32s3/launches");
    private static final String KEY = "com.is2t.microej.workbench.stdMicroEJLaunchConfiguration";

    private final ModuleIvy module = ModuleIvy.ofProduct();

    @Test
    public void launchesStartTheMainClassOfTheModule() throws Exception {
        Map<String, String> sim = attributes(new File(LAUNCHES, "Station [SIM].launch"));
        Map<String, String> emb = attributes(new File(LAUNCHES, "Station [EMB].launch"));
        Assert.assertEquals("s3", sim.get(KEY + "ExecutionKind"));
        Assert.assertEquals("board", emb.get(KEY + "ExecutionKind"));
        for (Map<String, String> launch : java.util.Arrays.asList(sim, emb)) {
            Assert.assertEquals(this.module.property("application.main.class"), launch.get(KEY + "MainClass"));
            Assert.assertEquals(launch.get(KEY + "MainClass"), launch.get("org.eclipse.jdt.launching.MAIN_TYPE"));
            Assert.assertEquals(projectName(Product.TOP), launch.get(KEY + "Project"));
            Assert.assertEquals(projectName(Product.TOP), launch.get("org.eclipse.jdt.launching.PROJECT_ATTR"));
            Assert.assertEquals("release of the VEE Port that apply knows", "2.5.0", launch.get(KEY + "PlatformVersion"));
        }
    }

    @Test
    public void launchesTakeTheOptionsOfTheTop() throws Exception {
        for (String name : new String[] {"Station [SIM].launch", "Station [EMB].launch"}) {
            Document launch = document(new File(LAUNCHES, name));
            String entry = ((Element) launch.getElementsByTagName("listEntry").item(0)).getAttribute("value");
            Assert.assertEquals("${project_loc:" + projectName(Product.TOP) + "}/build.properties", entry);
        }
    }

    @Test
    public void studioProjectsNameFoldersThatAreThere() throws Exception {
        for (String folder : new String[] {"", "vee-port-esp32s3/mock"}) {
            File top = new File(Product.TOP, folder);
            NodeList entries = document(new File(top, ".classpath")).getElementsByTagName("classpathentry");
            String container = null;
            for (int i = 0; i < entries.getLength(); i++) {
                Element entry = (Element) entries.item(i);
                String path = entry.getAttribute("path");
                if (entry.getAttribute("kind").equals("src")) {
                    Assert.assertTrue(folder + " " + path, new File(top, path).isDirectory());
                }
                container = path.contains("IVYDE_CONTAINER") ? path : container;
            }
            Assert.assertTrue(container, container.contains("project=" + projectName(top) + "&"));
        }
    }

    @Test
    public void studioCompilesForTheBoard() throws IOException {
        Properties settings = properties(new File(Product.TOP, ".settings/org.eclipse.jdt.core.prefs"));
        Assert.assertEquals("1.7", settings.getProperty("org.eclipse.jdt.core.compiler.source"));
        Assert.assertEquals("1.7", settings.getProperty("org.eclipse.jdt.core.compiler.compliance"));
        Assert.assertEquals("1.7", settings.getProperty("org.eclipse.jdt.core.compiler.codegen.targetPlatform"));
    }

    @Test
    public void mocksAreAModuleOfTheMocksBuild() {
        ModuleIvy mock = ModuleIvy.read(new File(Product.TOP, "vee-port-esp32s3/mock/module.ivy"));
        Assert.assertEquals("build-microej-mock", mock.attribute("ea:build", "module"));
        Assert.assertEquals(this.module.attribute("info", "revision"), mock.attribute("info", "revision"));
        Assert.assertTrue(mock.dependencies().containsKey("com.microej.tool.runtime#mock-api"));
    }

    @Test
    public void sdk6BuildsTheSameWithTheSameLibraries() throws IOException {
        String build = text(new File(Product.TOP, "sdk6/build.gradle.kts"));
        Map<String, String> libraries = new LinkedHashMap<String, String>();
        Matcher matcher = Pattern.compile("\n    implementation\\(\"([^:]+):([^:]+):([^\"]+)\"\\)").matcher(build);
        while (matcher.find()) {
            libraries.put(matcher.group(1) + "#" + matcher.group(2), matcher.group(3));
        }
        Map<String, String> expected = new LinkedHashMap<String, String>(this.module.dependencies());
        expected.remove("ej.library.test#junit");
        Assert.assertEquals(expected, libraries);
        Assert.assertTrue(build.contains("applicationEntryPoint = \"" + this.module.property("application.main.class") + "\""));
        Assert.assertTrue(build.contains("\nversion = \"" + this.module.attribute("info", "revision") + "\""));
        Matcher folders = Pattern.compile("listOf\\(\"([^\"]+)\"\\)").matcher(build);
        int count = 0;
        for (; folders.find(); count++) {
            Assert.assertTrue(folders.group(1), new File(Product.TOP, "sdk6/" + folders.group(1)).isDirectory());
        }
        Assert.assertEquals(4, count);
        Assert.assertEquals(properties(new File(Product.TOP, "build.properties")),
                properties(new File(Product.TOP, "sdk6/configuration/common.properties")));
    }

    @Test
    public void theHeadlessBuildIsAScriptThatBashCanRead() throws Exception {
        for (String script : new String[] {"ci/build", "vee-port-esp32s3/apply", ".ci/run"}) {
            File file = new File(Product.TOP, script);
            Assert.assertTrue(script + " is not executable", file.canExecute());
            Assert.assertEquals(script, 0, new ProcessBuilder("bash", "-n", file.getPath()).inheritIO().start().waitFor());
        }
        Properties board = properties(new File(Product.TOP, "ci/board-tests.properties"));
        Assert.assertEquals("MICROJVM", board.getProperty("target.vm.name"));
    }

    private static Map<String, String> attributes(File launch) throws Exception {
        Map<String, String> attributes = new LinkedHashMap<String, String>();
        for (String tag : new String[] {"stringAttribute", "booleanAttribute"}) {
            NodeList nodes = document(launch).getElementsByTagName(tag);
            for (int i = 0; i < nodes.getLength(); i++) {
                Element attribute = (Element) nodes.item(i);
                attributes.put(attribute.getAttribute("key"), attribute.getAttribute("value"));
            }
        }
        return attributes;
    }

    private static String projectName(File folder) throws Exception {
        return document(new File(folder, ".project")).getElementsByTagName("name").item(0).getTextContent();
    }

    private static Document document(File file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }

    private static String text(File file) throws IOException {
        return new String(Files.readAllBytes(file.toPath()), "UTF-8");
    }

    private static Properties properties(File file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            properties.load(in);
        }
        return properties;
    }
}
