package space.opensensor.device;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

import org.junit.Assert;
import org.junit.Test;

/** {@link TlsRoots}: what the firmware trusts is what the list beside the certificates says. */
public class TlsRootsTest {

    private static final File FOLDER = new File(System.getProperty("basedir", "."), "../../resources/certificates");
    private static final int LONGEST_PEM = 4096;

    @Test
    public void trustsExactlyTheCertificatesOfTheFolder() throws IOException, GeneralSecurityException {
        KeyStore store = TlsRoots.store();
        List<String> paths = new ArrayList<String>();
        for (String name : pemFiles()) {
            paths.add("/certificates/" + name);
        }
        List<String> aliases = new ArrayList<String>(Collections.list(store.aliases()));
        Collections.sort(aliases);
        Assert.assertEquals(paths, aliases);
        for (String name : pemFiles()) {
            Assert.assertEquals(certificate(name), store.getCertificate("/certificates/" + name));
        }
    }

    @Test
    public void makesASocketFactory() throws IOException {
        Assert.assertNotNull(TlsRoots.socketFactory(null));
    }

    @Test
    public void theListHasSubjectFingerprintKeyAndEndOfEachCertificate() throws IOException, GeneralSecurityException {
        List<String> expected = new ArrayList<String>();
        for (String name : pemFiles()) {
            expected.add(row(name, certificate(name)));
        }
        List<String> rows = new ArrayList<String>();
        for (String line : lines(new File(FOLDER, "README.md"))) {
            if (line.contains(".pem |")) {
                rows.add(line);
            }
        }
        Assert.assertEquals(expected, rows);
    }

    @Test
    public void everyRootIsAnAuthorityThatSignedItselfAndFitsTheBuffer() throws IOException, GeneralSecurityException {
        Date build = new Date();
        for (String name : pemFiles()) {
            X509Certificate root = certificate(name);
            root.verify(root.getPublicKey());
            root.checkValidity(build);
            Assert.assertTrue(name + " is no authority", root.getBasicConstraints() >= 0);
            Assert.assertTrue(name + " is longer than com.is2t.ssl.embedded.max.cert.key.size",
                    new File(FOLDER, name).length() <= LONGEST_PEM);
        }
    }

    private static String row(String name, X509Certificate root) throws GeneralSecurityException {
        SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        String subject = root.getSubjectX500Principal().getName();
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(root.getEncoded());
        String digest = String.format("%064x", new BigInteger(1, sha256));
        return "| " + name + " | " + subject.replaceAll("^CN=([^,]*).*$", "$1") + " | " + digest + " | " + key(root) + " | "
                + day.format(root.getNotAfter()) + " |";
    }

    private static String key(X509Certificate root) {
        if (root.getPublicKey() instanceof RSAPublicKey) {
            return "RSA " + ((RSAPublicKey) root.getPublicKey()).getModulus().bitLength();
        }
        return "EC " + ((ECPublicKey) root.getPublicKey()).getParams().getCurve().getField()
                .getFieldSize();
    }

    private static List<String> pemFiles() {
        List<String> names = new ArrayList<String>();
        for (String name : FOLDER.list()) {
            if (name.endsWith(".pem")) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }

    private static X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        try (InputStream in = new FileInputStream(new File(FOLDER, name))) {
            return (X509Certificate) CertificateFactory.getInstance("X509").generateCertificate(in);
        }
    }

    private static List<String> lines(File file) throws IOException {
        List<String> lines = new ArrayList<String>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
