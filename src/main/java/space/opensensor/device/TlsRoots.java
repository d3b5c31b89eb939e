package space.opensensor.device;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the root certificates of {@code resources/certificates}, and no other. */
final class TlsRoots {

    /** Paths of the certificates, each a PEM file with one of them. */
    private static final String[] ROOTS = { "/certificates/amazon-root-ca-1.pem", "/certificates/amazon-root-ca-2.pem",
            "/certificates/amazon-root-ca-3.pem", "/certificates/amazon-root-ca-4.pem",
            "/certificates/digicert-global-root-g2.pem", "/certificates/digicert-global-root-g3.pem",
            "/certificates/gts-root-r1.pem", "/certificates/gts-root-r2.pem", "/certificates/gts-root-r3.pem",
            "/certificates/gts-root-r4.pem", "/certificates/isrg-root-x1.pem", "/certificates/isrg-root-x2.pem",
            "/certificates/usertrust-ecc-certification-authority.pem",
            "/certificates/usertrust-rsa-certification-authority.pem", };

    private static final String X509 = "X509";
    private static final String PROTOCOL = "TLSv1.2";

    private TlsRoots() {
    }

    /**
     * Makes the factory of TLS sockets.
     *
     * @param key what the device shows of itself; null for nothing.
     * @throws IOException if a certificate is missing in the firmware or cannot be parsed, the key neither, or the platform
     *         has no TLS; names the certificate.
     */
    static SSLSocketFactory socketFactory(ClientKey key) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(X509);
            trust.init(store());
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(key == null ? null : key.managers(), trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS: " + e.getMessage());
        }
    }

    /** @return a store with every root. */
    static KeyStore store() throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance(X509);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < ROOTS.length; i++) {
            add(store, factory, ROOTS[i]);
        }
        return store;
    }

    private static void add(KeyStore store, CertificateFactory factory, String path) throws IOException {
        InputStream in = TlsRoots.class.getResourceAsStream(path);
        if (in == null) {
            throw new IOException(path + ": not in the firmware");
        }
        try {
            store.setCertificateEntry(path, factory.generateCertificate(in));
        } catch (GeneralSecurityException e) {
            throw new IOException(path + ": " + e.getMessage());
        } finally {
            in.close();
        }
    }
}
