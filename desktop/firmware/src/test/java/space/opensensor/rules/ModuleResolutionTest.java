package space.opensensor.rules;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ivy.Ivy;
import org.apache.ivy.core.module.descriptor.ModuleDescriptor;
import org.apache.ivy.core.report.ResolveReport;
import org.apache.ivy.core.resolve.IvyNode;
import org.apache.ivy.core.resolve.ResolveOptions;
import org.apache.ivy.core.settings.IvySettings;
import org.apache.ivy.plugins.parser.xml.XmlModuleDescriptorParser;
import org.apache.ivy.plugins.resolver.FileSystemResolver;
import org.apache.ivy.util.DefaultMessageLogger;
import org.apache.ivy.util.Message;
import org.junit.Assert;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Apache Ivy, which the MicroEJ Module Manager is made of, parses module.ivy and resolves its configurations against a
 * repository of stub modules. What this cannot show: that MicroEJ's repository has those revisions.
 */
public class ModuleResolutionTest {

    private static final File MODULE = new File(Product.TOP, "module.ivy");
    private static final String STUB_CONFIGURATIONS = "<configurations><conf name=\"default\"/><conf name=\"provided\"/>"
            + "</configurations><publications/>";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private File repository;
    private Ivy ivy;

    @Before
    public void makeStubs() throws IOException {
        this.repository = this.folder.newFolder("repository");
        for (Map.Entry<String, String> dependency : ModuleIvy.ofProduct().dependencies().entrySet()) {
            stub(dependency.getKey().split("#")[0], dependency.getKey().split("#")[1], dependency.getValue());
        }
        IvySettings settings = new IvySettings();
        settings.setDefaultCache(this.folder.newFolder("cache"));
        FileSystemResolver resolver = new FileSystemResolver();
        resolver.setName("stubs");
        resolver.addIvyPattern(this.repository + "/[organisation]/[module]/[revision]/ivy.xml");
        resolver.addArtifactPattern(this.repository + "/[organisation]/[module]/[revision]/[artifact].[ext]");
        settings.addResolver(resolver);
        settings.setDefaultResolver("stubs");
        this.ivy = Ivy.newInstance(settings);
        this.ivy.getLoggerEngine().setDefaultLogger(new DefaultMessageLogger(Message.MSG_ERR));
    }

    private void stub(String organisation, String module, String revision) throws IOException {
        File folderOfStub = new File(this.repository, organisation + "/" + module + "/" + revision);
        Assert.assertTrue(folderOfStub.mkdirs());
        String text = "<ivy-module version=\"2.0\"><info organisation=\"" + organisation + "\" module=\"" + module
                + "\" revision=\"" + revision + "\" status=\"release\"/>" + STUB_CONFIGURATIONS + "</ivy-module>";
        try (OutputStream out = new FileOutputStream(new File(folderOfStub, "ivy.xml"))) {
            out.write(text.getBytes("UTF-8"));
        }
    }

    @Test
    public void ivyParsesTheModule() throws Exception {
        ModuleDescriptor module = descriptor();
        Assert.assertEquals("space.opensensor", module.getModuleRevisionId().getOrganisation());
        Assert.assertEquals("firmware", module.getModuleRevisionId().getName());
        Set<String> names = new TreeSet<String>(Arrays.asList(module.getConfigurationsNames()));
        Assert.assertEquals(new TreeSet<String>(Arrays.asList("default", "provided", "platform", "documentation", "source",
                "dist", "test")), names);
        Assert.assertEquals(ModuleIvy.ofProduct().dependencies().size(), module.getDependencies().length);
    }

    @Test
    public void firmwareGetsEveryLibraryButTheTestTool() throws Exception {
        Set<String> expected = new HashSet<String>(ModuleIvy.ofProduct().dependencies().keySet());
        expected.remove("ej.library.test#junit");
        Assert.assertEquals(expected, resolve("default", "provided"));
    }

    @Test
    public void testsGetTheTestTool() throws Exception {
        Assert.assertTrue(resolve("test").contains("ej.library.test#junit"));
    }

    @Test
    public void everyConfigurationResolves() throws Exception {
        for (String configuration : descriptor().getConfigurationsNames()) {
            ResolveReport report = report(configuration);
            Assert.assertFalse(configuration + ": " + report.getAllProblemMessages(), report.hasError());
        }
    }

    @Test
    public void aLibraryThatTheRepositoryLacksFailsTheResolution() throws Exception {
        File revision = new File(this.repository, "ej.api/net").listFiles()[0];
        Assert.assertTrue(new File(revision, "ivy.xml").delete());
        ResolveReport report = report("default");
        Assert.assertTrue(report.hasError());
    }

    @Test
    public void mocksGetWhatTheSimulatorBrings() throws Exception {
        File mocks = new File(Product.TOP, "vee-port-esp32s3/mock/module.ivy");
        for (Map.Entry<String, String> dependency : ModuleIvy.read(mocks).dependencies().entrySet()) {
            stub(dependency.getKey().split("#")[0], dependency.getKey().split("#")[1], dependency.getValue());
        }
        ResolveReport report = report(mocks, "default", "provided", "test");
        Assert.assertFalse(report.getAllProblemMessages().toString(), report.hasError());
        Assert.assertEquals(1, report.getDependencies().size());
    }

    private ModuleDescriptor descriptor() throws Exception {
        return descriptor(MODULE);
    }

    private ModuleDescriptor descriptor(File module) throws Exception {
        return XmlModuleDescriptorParser.getInstance().parseDescriptor(this.ivy.getSettings(), module.toURI().toURL(), false);
    }

    private Set<String> resolve(String... configurations) throws Exception {
        ResolveReport report = report(configurations);
        Assert.assertFalse(report.getAllProblemMessages().toString(), report.hasError());
        Set<String> modules = new HashSet<String>();
        for (String configuration : configurations) {
            @SuppressWarnings("unchecked")
            Collection<IvyNode> nodes = report.getDependencies();
            for (IvyNode node : nodes) {
                if (node.isLoaded() && node.getConfigurations(configuration).length > 0) {
                    modules.add(node.getId().getOrganisation() + "#" + node.getId().getName());
                }
            }
        }
        return modules;
    }

    private ResolveReport report(String... configurations) throws Exception {
        return report(MODULE, configurations);
    }

    private ResolveReport report(File module, String... configurations) throws Exception {
        ResolveOptions options = new ResolveOptions();
        options.setConfs(configurations);
        options.setValidate(false);
        options.setDownload(false);
        return this.ivy.resolve(descriptor(module), options);
    }
}
