package outpost.cloud.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as files: PEM (RFC 7468), or PKCS #12. */
final class CertificateFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final int LINE_CHARS = 64;

    private CertificateFiles() {}

    /** @throws IllegalArgumentException naming the file that cannot be used */
    static CloudCertificate read(Path certificate, Optional<Path> key, String password) {
        try {
            return key.isPresent() ? pem(certificate, key.get()) : pkcs12(certificate, password.toCharArray());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The certificate " + certificate + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    static String text(X509Certificate certificate) throws GeneralSecurityException {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    static String text(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String what, byte[] der) {
        String content = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + content + "\n-----END " + what + "-----\n";
    }

    private static CloudCertificate pem(Path certificate, Path key) throws IOException, GeneralSecurityException {
        byte[] chain = Files.readAllBytes(certificate);
        List<X509Certificate> certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(chain)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in it");
        }
        Matcher encoded = KEY.matcher(Files.readString(key, StandardCharsets.US_ASCII));
        if (!encoded.find()) {
            throw new GeneralSecurityException(
                    key + " has no PRIVATE KEY block: openssl pkcs8 -topk8 -nocrypt makes one");
        }
        return new CloudCertificate(key(Base64.getMimeDecoder().decode(encoded.group(1))), certificates);
    }

    private static PrivateKey key(byte[] der) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException another) {
                // The next algorithm may be the one: PKCS #8 says it inside.
                continue;
            }
        }
        throw new GeneralSecurityException("the key is neither of " + String.join(", ", ALGORITHMS));
    }

    private static CloudCertificate pkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                Certificate[] chain = store.getCertificateChain(alias);
                return new CloudCertificate(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList());
            }
        }
        throw new GeneralSecurityException("there is no private key in it");
    }
}
