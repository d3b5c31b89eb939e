package space.opensensor.device;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.junit.Assert;

/** A certificate that signed itself, and its key; made by keytool. */
final class TestKeys {

    static final String PASSWORD = "changeit";
    private static final String ENCRYPTION = "PBEWithSHA1AndDESede";

    private final KeyStore store = KeyStore.getInstance("PKCS12");
    private final String name;

    TestKeys(File folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        this.name = name;
        File file = new File(folder, name + ".p12");
        Process keytool = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-keyalg", "RSA",
                "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-alias", name, "-storetype", "PKCS12", "-keystore",
                file.getPath(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        Assert.assertEquals(0, keytool.waitFor());
        try (InputStream in = new FileInputStream(file)) {
            this.store.load(in, PASSWORD.toCharArray());
        }
    }

    /** @return what shows this certificate. */
    KeyManager[] shown() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(this.store, PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    /** @return what trusts this certificate, and no other. */
    TrustManager[] trusted() throws IOException, GeneralSecurityException {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry(this.name, certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("X509");
        trust.init(roots);
        return trust.getTrustManagers();
    }

    Certificate certificate() throws GeneralSecurityException {
        return this.store.getCertificate(this.name);
    }

    /** @return the key in PKCS #8, encrypted as {@code openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES} does. */
    byte[] encryptedKey() throws IOException, GeneralSecurityException {
        SecretKey password = SecretKeyFactory.getInstance(ENCRYPTION).generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(Cipher.ENCRYPT_MODE, password, new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2048));
        byte[] key = this.store.getKey(this.name, PASSWORD.toCharArray()).getEncoded();
        return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key)).getEncoded();
    }
}
