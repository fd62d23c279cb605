package outpost.sync.peer.internal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import outpost.outbox.Terminal;
import outpost.protocol.LaneCertificate;

/**
 * TLS 1.3 between lanes: each side proves that it holds the key of the certificate that the cloud gave it, and lets nobody else in. Names and addresses of
 * machines prove nothing and are not looked at, nor are dates.
 */
final class LaneTls {
    private static final String PROTOCOL = "TLSv1.3";
    private static final String KEY_TYPE = "EdDSA";
    private static final String ALIAS = "lane";

    private final SSLContext context;

    LaneTls(KnownLanes known, Terminal terminal) {
        try {
            context = SSLContext.getInstance(PROTOCOL);
            context.init(new KeyManager[] {new Own(known, terminal)}, new TrustManager[] {new Others(known)}, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 11 and later have TLS 1.3", e);
        }
    }

    SSLContext context() {
        return context;
    }

    /** For both sides: the one that dials has to prove who it is too. */
    SSLParameters parameters() {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {PROTOCOL});
        parameters.setNeedClientAuth(true);
        return parameters;
    }

    /** This till's certificate, always the newest. */
    private static final class Own extends X509ExtendedKeyManager {
        private final KnownLanes known;
        private final Terminal terminal;

        Own(KnownLanes known, Terminal terminal) {
            this.known = known;
            this.terminal = terminal;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
            return alias(keyTypes);
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return alias(keyTypes);
        }

        @Override
        public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
            return alias(keyType);
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return alias(keyType);
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return known.own().map(LaneCertificate::x509).stream().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return terminal.privateKey();
        }

        /** The interface of Java's TLS says "none" by null. */
        private String alias(String... keyTypes) {
            return Optional.of(ALIAS)
                    .filter(alias -> Arrays.asList(keyTypes).contains(KEY_TYPE)
                            && known.own().isPresent())
                    .orElse(null);
        }
    }

    /** The other lanes of this branch, and nobody else. */
    private static final class Others extends X509ExtendedTrustManager {
        private final KnownLanes known;

        Others(KnownLanes known) {
            this.known = known;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            try {
                if (!known.mayConnect(known.read(chain[0]))) {
                    throw new CertificateException("no lane of this branch, or not any more");
                }
            } catch (IllegalArgumentException e) {
                throw new CertificateException(e.getMessage(), e);
            }
        }
    }
}
