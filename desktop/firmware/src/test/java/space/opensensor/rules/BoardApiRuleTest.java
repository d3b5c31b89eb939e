package space.opensensor.rules;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Assert;
import org.junit.Test;

/** {@link BoardApiRule} on the product, the portable tests, the project's own list, and on what it must reject. */
public class BoardApiRuleTest {

    private static final BoardApi API = BoardApi.read();
    private static final String JUNIT = "ej.library.test#junit";
    private static final String BAD = "space/opensensor/bytes/Bad";

    @Test
    public void productAndPortableTestsUseOnlyWhatTheBoardHas() {
        TrustedMembers trusted = TrustedMembers.read();
        Hierarchy hierarchy = new Hierarchy(Product.everything());
        Set<String> dependencies = new HashSet<String>(ModuleIvy.ofProduct().dependencies().keySet());
        Findings inTests = Findings.of(new BoardApiRule(API, trusted, dependencies, hierarchy), Product.portableTests());
        dependencies.remove(JUNIT);
        Findings.of(new BoardApiRule(API, trusted, dependencies, hierarchy), Product.classes()).assertNone();
        inTests.assertNone();
        Assert.assertEquals("entries of trusted-members.txt that nothing uses: remove them", new TreeSet<String>(),
                trusted.unused());
    }

    @Test
    public void noMemberIsBothEvidencedAndTrusted() {
        for (String entry : TrustedMembers.read().entries()) {
            int dot = entry.indexOf('.');
            boolean evidenced = dot < 0 ? API.modules(entry) != null
                    : API.has(entry.substring(0, dot), entry.substring(dot + 1));
            Assert.assertFalse(entry + " of trusted-members.txt is in the board's API already", evidenced);
        }
    }

    @Test
    public void rejectsMemberThatTheBoardLacks() {
        check(sample().calls("java/lang/Integer", "bitCount", "(I)I"))
                .assertOne("bytes.Bad.run()V", "java.lang.Integer.bitCount(I)I", "not known to have");
        check(sample().calls("java/lang/String", "split", "(Ljava/lang/String;)[Ljava/lang/String;")).assertOne("split");
        check(sample().reads("java/lang/System", "in", "Ljava/io/InputStream;")).assertOne("System.in");
    }

    @Test
    public void rejectsTypeThatTheBoardLacks() {
        check(sample().field(0, "lock", "Ljava/util/concurrent/locks/Lock;")).assertOne("Bad.lock", "locks.Lock");
        check(sample().superType("java/lang/ThreadLocal")).assertOne("java.lang.ThreadLocal");
        check(sample().classConstant("[Ljava/util/UUID;")).assertOne("java.util.UUID");
        check(sample().catches("java/util/zip/DataFormatException")).assertOne("DataFormatException");
    }

    @Test
    public void findsMembersInSuperTypes() {
        check(sample().calls("java/io/FileOutputStream", "flush", "()V"), "ej.api#edc", "ej.api#fs").assertNone();
        check(sample().calls("java/net/SocketTimeoutException", "getMessage", "()Ljava/lang/String;"), "ej.api#edc",
                "ej.api#net").assertNone();
        check(sample().superType("java/lang/Thread").calls(BAD, "start", "()V")).assertNone();
    }

    @Test
    public void findsNoConstructorInSuperTypes() {
        check(sample().calls("java/net/UnknownHostException", "<init>", "(Ljava/lang/String;)V"), "ej.api#edc", "ej.api#net")
                .assertOne("UnknownHostException.<init>");
    }

    @Test
    public void acceptsCloneOfAnArray() {
        check(sample().calls("[B", "clone", "()Ljava/lang/Object;")).assertNone();
    }

    @Test
    public void rejectsModuleThatIsNotDeclared() {
        Sample sample = sample().field(0, "file", "Ljava/io/File;");
        check(sample).assertOne("Bad.file", "module.ivy declares no dependency on ej.api#fs");
        check(sample, "ej.api#edc", "ej.api#fs").assertNone();
        check(sample().field(0, "map", "Ljava/util/Collections;")).assertOne("ej.library.eclasspath#collections");
    }

    @Test
    public void acceptsTrustedMemberAndReportsUnusedOne() {
        TrustedMembers trusted = new TrustedMembers(Arrays.asList(
                "java/lang/Integer.bitCount(I)I ej.api#edc because this sample says so",
                "java/lang/Integer.reverse(I)I ej.api#edc because this sample says so"));
        Sample sample = sample().calls("java/lang/Integer", "bitCount", "(I)I");
        Findings.of(rule(sample, trusted, "ej.api#edc"), sample.types()).assertNone();
        Assert.assertEquals(Collections.singleton("java/lang/Integer.reverse(I)I"), trusted.unused());
    }

    @Test
    public void rejectsTrustWithoutReason() {
        try {
            new TrustedMembers(Collections.singletonList("java/lang/Integer.bitCount(I)I ej.api#edc because"));
            Assert.fail("accepted an entry without a reason");
        } catch (IllegalStateException e) {
            Assert.assertTrue(e.getMessage().contains("java/lang/Integer.bitCount(I)I"));
        }
    }

    @Test
    public void rejectsTestToolInProductAndUnknownAssertion() {
        Sample sample = sample().calls("org/junit/Assert", "assertTrue", "(Z)V");
        check(sample).assertOne("org.junit.Assert", JUNIT);
        check(sample, "ej.api#edc", JUNIT).assertNone();
        check(sample().calls("org/junit/Assert", "assertArrayEquals", "([B[B)V"), "ej.api#edc", JUNIT)
                .assertOne("assertArrayEquals");
        check(sample().annotated("Lorg/junit/Ignore;"), "ej.api#edc", JUNIT).assertOne("org.junit.Ignore");
    }

    private static Sample sample() {
        return new Sample(BAD);
    }

    private static Findings check(Sample sample, String... dependencies) {
        String[] declared = dependencies.length == 0 ? new String[] {"ej.api#edc"} : dependencies;
        return Findings.of(rule(sample, new TrustedMembers(new TreeSet<String>()), declared), sample.types());
    }

    private static Rule rule(Sample sample, TrustedMembers trusted, String... dependencies) {
        Set<String> declared = new HashSet<String>(Arrays.asList(dependencies));
        return new BoardApiRule(API, trusted, declared, new Hierarchy(sample.types()));
    }
}
