package space.opensensor.rules;

import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Assert;
import org.junit.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Every native has its function in vee-port-esp32s3/bsp/src, with the same types, and no function is left over. */
public class SniNamesTest {

    private static final File SOURCES = new File(Product.TOP, "vee-port-esp32s3/bsp/src");
    private static final Pattern DEFINITION = Pattern.compile("(\\w+) (Java_\\w+)\\(([^)]*)\\)\\s*\\{");
    private static final Pattern PARAMETER = Pattern.compile("\\s*(\\w+)\\s*(\\*?)\\s*\\w*\\s*");

    @Test
    public void nativesAndFunctionsAgree() {
        Set<String> natives = new TreeSet<String>();
        for (ClassNode type : Product.classes()) {
            natives.addAll(SniNames.declarations(type));
        }
        Assert.assertFalse("no native found: the test has lost its subject", natives.isEmpty());
        Assert.assertEquals(lines(natives), lines(functions()));
    }

    @Test
    public void namesAreThoseOfTheSpecification() {
        int natives = Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;
        ClassNode type = new Sample("com/acme/Bus_1").method(natives, "nat_x", "(JD)V").method(natives, "nat", "([BZ)I")
                .method(natives, "nat", "()F").type;
        Assert.assertEquals("[jfloat Java_com_acme_Bus_11_nat__(void), jint Java_com_acme_Bus_11_nat___3BZ(jbyte*, jboolean), "
                + "void Java_com_acme_Bus_11_nat_1x(jlong, jdouble)]", SniNames.declarations(type).toString());
    }

    private static Set<String> functions() {
        Set<String> functions = new TreeSet<String>();
        File[] files = SOURCES.listFiles();
        Assert.assertNotNull(SOURCES + " is no folder", files);
        for (File file : files) {
            if (file.getName().endsWith(".c")) {
                Matcher definition = DEFINITION.matcher(text(file));
                while (definition.find()) {
                    functions.add(definition.group(1) + " " + definition.group(2) + "(" + types(definition.group(3))
                            + ")");
                }
            }
        }
        return functions;
    }

    private static String text(File file) {
        StringBuilder text = new StringBuilder();
        for (String line : ListFiles.lines(file)) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** @return types of a list of parameters, without their names. */
    private static String types(String parameters) {
        StringBuilder types = new StringBuilder();
        for (String parameter : parameters.split(",")) {
            Matcher matcher = PARAMETER.matcher(parameter);
            Assert.assertTrue(parameter, matcher.matches());
            types.append(types.length() == 0 ? "" : ", ").append(matcher.group(1)).append(matcher.group(2));
        }
        return types.toString();
    }

    private static String lines(Set<String> declarations) {
        return declarations.toString().replace("), ", "),\n");
    }
}
