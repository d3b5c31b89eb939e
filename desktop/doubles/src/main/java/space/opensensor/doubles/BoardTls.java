package space.opensensor.doubles;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.UnrecoverableKeyException;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;

/** The name that the board's TLS has for the factory of key managers, and a JDK not: {@code X509}. */
public final class BoardTls extends Provider {

    private static final long serialVersionUID = 1L;

    /** Makes the name known to this JDK. */
    public static void install() {
        Security.addProvider(new BoardTls());
    }

    @SuppressWarnings("deprecation")
    private BoardTls() {
        super("board", 1.0, "names of the board's TLS");
        put("KeyManagerFactory.X509", Factory.class.getName());
    }

    /** The JDK's own factory. */
    public static final class Factory extends KeyManagerFactorySpi {

        private final KeyManagerFactory factory;

        public Factory() throws GeneralSecurityException {
            this.factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        }

        @Override
        protected void engineInit(KeyStore store, char[] password)
                throws KeyStoreException, NoSuchAlgorithmException, UnrecoverableKeyException {
            this.factory.init(store, password);
        }

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) throws InvalidAlgorithmParameterException {
            this.factory.init(parameters);
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return this.factory.getKeyManagers();
        }
    }
}
