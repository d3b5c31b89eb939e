package space.opensensor.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Certificate and private key that the device shows to a TLS server which asks for them. */
final class ClientKey {

    private static final String X509 = "X509";
    private static final String ALIAS = "device";

    private final byte[] certificate;
    private final byte[] key;
    private final char[] password;

    /**
     * @param certificate X.509, DER.
     * @param key PKCS #8, encrypted with {@code pbeWithSHAAnd3-KeyTripleDES-CBC}, DER.
     * @param password of the key.
     */
    ClientKey(byte[] certificate, byte[] key, String password) {
        this.certificate = certificate;
        this.key = key;
        this.password = password.toCharArray();
    }

    /**
     * Makes what TLS asks.
     *
     * @throws IOException if certificate or key cannot be parsed, or the password is another one; names the settings.
     */
    KeyManager[] managers() throws IOException {
        try {
            return factory().getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException("iot_cert, iot_key, iot_key_pass: " + e.getMessage());
        }
    }

    private KeyManagerFactory factory() throws IOException, GeneralSecurityException {
        Certificate shown = CertificateFactory.getInstance(X509)
                .generateCertificate(new ByteArrayInputStream(this.certificate));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry(ALIAS, this.key, new Certificate[] {shown});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(X509);
        factory.init(store, this.password);
        return factory;
    }
}
