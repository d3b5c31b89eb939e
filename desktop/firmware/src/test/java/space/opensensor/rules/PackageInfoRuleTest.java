package space.opensensor.rules;

import java.io.File;
import java.io.IOException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@link PackageInfoRule} on the product and on what it must reject. */
public class PackageInfoRuleTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void everyPackageSaysWhatItIsFor() {
        PackageInfoRule.of(Product.SOURCES).assertNone();
    }

    @Test
    public void rejectsPackageWithoutIt() throws IOException {
        File mute = this.folder.newFolder("mute");
        new File(mute, "Some.java").createNewFile();
        PackageInfoRule.of(this.folder.getRoot()).assertOne("mute", "no package-info.java");
        new File(mute, "package-info.java").createNewFile();
        PackageInfoRule.of(this.folder.getRoot()).assertNone();
    }
}
