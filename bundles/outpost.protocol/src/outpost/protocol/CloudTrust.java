package outpost.protocol;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which cloud a TLS connection may lead to: where a pin is known, the one that holds that key and nobody else, whatever its certificate says; otherwise one
 * that the platform's certificate authorities vouch for by name.
 *
 * <p>A pin is the SHA-256 of the public key in its X.509 form (RFC 7469), in 64 lower-case hexadecimal digits: it outlives the certificate.
 */
public final class CloudTrust {
    private CloudTrust() {}

    /** The pin of a key. */
    public static String pin(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the text if it is a pin, and throws {@link IllegalArgumentException} otherwise. */
    public static String requirePin(String text) {
        Sha256.requireHex("the fingerprint of the cloud's key", text);
        return text;
    }

    /** @param pin the one that counts now; it is asked at each new connection */
    public static SSLContext context(Supplier<Optional<String>> pin) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Pinned(pin, platform())}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static X509ExtendedTrustManager platform() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** It is an extended one, so that Java leaves the comparison of names to it: a pinned key may stand under any name. */
    private static final class Pinned extends X509ExtendedTrustManager {
        private final Supplier<Optional<String>> pin;
        private final X509ExtendedTrustManager platform;

        Pinned(Supplier<Optional<String>> pin, X509ExtendedTrustManager platform) {
            this.pin = pin;
            this.platform = platform;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            Optional<String> wanted = pin.get();
            if (wanted.isPresent()) {
                require(chain, wanted.get());
            } else {
                platform.checkServerTrusted(chain, type, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            Optional<String> wanted = pin.get();
            if (wanted.isPresent()) {
                require(chain, wanted.get());
            } else {
                platform.checkServerTrusted(chain, type, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("a connection is needed to tell whose certificate this is");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("nobody connects to this side");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return platform.getAcceptedIssuers();
        }

        private static void require(X509Certificate[] chain, String wanted) throws CertificateException {
            if (!pin(chain[0].getPublicKey()).equals(wanted)) {
                throw new CertificateException("this is not the cloud of the enrolment: its key is another one");
            }
        }
    }
}
