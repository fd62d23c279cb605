package outpost.cloud.internal.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.Settings.TlsSettings;
import outpost.protocol.CloudTrust;

/**
 * What the cloud proves over TLS that it is.
 *
 * @param chain its own certificate first
 */
public record CloudCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "cloud";

    /**
     * Reads the one that the settings name, or the cloud's own, which it makes at the first start.
     *
     * @throws IllegalArgumentException if it cannot be used
     */
    public static CloudCertificate of(TlsSettings settings, Path data, Clock clock, SecureRandom random) {
        return settings.certificate()
                .map(file -> CertificateFiles.read(file, settings.key(), settings.password()))
                .orElseGet(() -> new OwnCertificate(data, clock, random).get());
    }

    /** By which a till knows this cloud, where no authority has signed for it. */
    public Optional<String> pin() {
        X509Certificate own = chain.get(0);
        return Optional.of(own)
                .filter(certificate ->
                        certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()))
                .map(certificate -> CloudTrust.pin(certificate.getPublicKey()));
    }

    /** As Jetty wants it; it has no password, as it is in memory only. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | java.io.IOException failure) {
            throw new IllegalArgumentException("The certificate does not fit its key", failure);
        }
    }

    @Override
    public String toString() {
        return chain.get(0).getSubjectX500Principal().getName();
    }
}
