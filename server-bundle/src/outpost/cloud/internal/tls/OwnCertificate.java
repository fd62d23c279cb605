package outpost.cloud.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.OwnerOnly;

/**
 * The certificate that a cloud makes for itself: an EC key on P-256 in {@code tls.key}, kept for good because tills know the cloud by it, and in
 * {@code tls.crt} a certificate that is renewed at a start when it has less than a quarter of its time left.
 */
final class OwnCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificate.class);
    /** What browsers still accept of a certificate that no public authority has signed. */
    private static final Duration LIFE = Duration.ofDays(825);

    private static final Duration RENEWED_BEFORE_END = LIFE.dividedBy(4);
    /** ecdsa-with-SHA256 (RFC 5758). */
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    private static final int SERIAL_BITS = 127;

    private final Path keyFile;
    private final Path certificateFile;
    private final Clock clock;
    private final SecureRandom random;

    OwnCertificate(Path data, Clock clock, SecureRandom random) {
        keyFile = data.resolve("tls.key");
        certificateFile = data.resolve("tls.crt");
        this.clock = clock;
        this.random = random;
    }

    CloudCertificate get() {
        try {
            if (Files.exists(keyFile) && Files.exists(certificateFile)) {
                CloudCertificate known = CertificateFiles.read(certificateFile, Optional.of(keyFile), "");
                X509Certificate own = known.chain().get(0);
                Instant end = own.getNotAfter().toInstant();
                return clock.instant().isBefore(end.minus(RENEWED_BEFORE_END))
                        ? known
                        : written(known.key(), own.getPublicKey());
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            Files.createDirectories(keyFile.toAbsolutePath().getParent());
            OwnerOnly.write(keyFile, CertificateFiles.text(pair.getPrivate()));
            return written(pair.getPrivate(), pair.getPublic());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the cloud's certificate in " + certificateFile, failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Every Java platform has EC keys on P-256", failure);
        }
    }

    private CloudCertificate written(PrivateKey key, PublicKey publicKey) throws IOException, GeneralSecurityException {
        X509Certificate certificate = issued(key, publicKey);
        OwnerOnly.write(certificateFile, CertificateFiles.text(certificate));
        CloudCertificate made = new CloudCertificate(key, List.of(certificate));
        LOG.info(
                "The cloud made its certificate, until {}; the fingerprint of its key is {}",
                certificate.getNotAfter().toInstant(),
                made.pin().orElseThrow());
        return made;
    }

    private X509Certificate issued(PrivateKey key, PublicKey publicKey) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(ECDSA_SHA256));
        X500Name name = new X500Name("CN=Outpost cloud");
        Instant now = clock.instant();
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE)));
        content.setIssuer(name);
        content.setSubject(name);
        // A browser whose clock is a little behind is to accept it too.
        content.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
        content.setEndDate(new Time(Date.from(now.plus(LIFE))));
        content.setSignature(algorithm);
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()));
        content.setExtensions(
                new Extensions(new Extension(Extension.subjectAlternativeName, false, names().getEncoded("DER"))));
        TBSCertificate signed = content.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key, random);
        signature.update(signed.getEncoded("DER"));
        byte[] der = new DERSequence(new ASN1Encodable[] {signed, algorithm, new DERBitString(signature.sign())})
                .getEncoded("DER");
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** Tills do not look at names; browsers do. */
    private static GeneralNames names() throws IOException {
        Set<GeneralName> names = new LinkedHashSet<>();
        InetAddress self = InetAddress.getLocalHost();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.dNSName, self.getHostName()));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, self.getHostAddress().replaceFirst("%.*", "")));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }
}
