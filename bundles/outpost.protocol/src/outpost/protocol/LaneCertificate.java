package outpost.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
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
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/**
 * The cloud's signed statement that a terminal of a branch has a public key, by which the lanes of a branch know each other while the cloud is away.
 *
 * <p>A terminal that enrolled anew has certificates of its former keys too, by which its older events are verified. They are of no use for connecting.
 *
 * <p>It is an X.509 certificate (RFC 5280), so that TLS can use it as it is. Who it is about stands as a URI in its subject alternative name,
 * {@code outpost://CLOUD/TENANT/BRANCH/TERMINAL} ({@code outpost-former://…} of a former key), as in SPIFFE's documents of identity. It does not expire: a till's clock may be years off. It ends by a newer
 * list of lanes from the cloud, and both are dated by the cloud's clock.
 *
 * @param former whether the terminal has another key by now
 * @param issuedAt by the cloud's clock, to the second
 */
public record LaneCertificate(
        String cloudId,
        TenantId tenantId,
        BranchId branchId,
        TerminalId terminalId,
        PublicKey publicKey,
        boolean former,
        Instant issuedAt,
        X509Certificate x509) {

    private static final String SCHEME = "outpost://";
    private static final String FORMER_SCHEME = "outpost-former://";
    /** RFC 8410. */
    private static final String ED25519 = "1.3.101.112";

    private static final int PARTS = 4;
    private static final int URI_NAME = 6;
    /** What RFC 5280 (4.1.2.5) gives for a certificate without an end. */
    private static final String NO_END = "99991231235959Z";

    /** Makes and signs one. */
    public static LaneCertificate issue(
            EnrolAnswer terminal, PublicKey publicKey, boolean former, Instant issuedAt, PrivateKey cloudKey) {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(ED25519));
        try {
            TBSCertificate content = content(name(terminal, former), publicKey, issuedAt, algorithm);
            byte[] signature = Ed25519.sign(cloudKey, content.getEncoded("DER"));
            DERSequence certificate =
                    new DERSequence(new ASN1Encodable[] {content, algorithm, new DERBitString(signature)});
            return parse(certificate.getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /**
     * Reads one from its Base64 form.
     *
     * @throws IllegalArgumentException if it is none, or was not signed by the cloud with that key
     */
    public static LaneCertificate read(String base64, PublicKey cloudKey) {
        LaneCertificate certificate = parse(Base64.getDecoder().decode(base64));
        certificate.requireSignedBy(cloudKey);
        return certificate;
    }

    /**
     * Reads one as TLS has received it.
     *
     * @throws IllegalArgumentException if it is none, or was not signed by the cloud with that key
     */
    public static LaneCertificate of(X509Certificate x509, PublicKey cloudKey) {
        LaneCertificate certificate = of(x509);
        certificate.requireSignedBy(cloudKey);
        return certificate;
    }

    /**
     * Reads one that was checked before it was kept.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static LaneCertificate parsed(String base64) {
        return parse(Base64.getDecoder().decode(base64));
    }

    public String base64() {
        try {
            return Base64.getEncoder().encodeToString(x509.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was parsed has its bytes", e);
        }
    }

    /** Whether it is about a terminal of that branch. */
    public boolean isOf(String cloud, TenantId tenant, BranchId branch) {
        return cloudId.equals(cloud) && tenantId.equals(tenant) && branchId.equals(branch);
    }

    private static String name(EnrolAnswer terminal, boolean former) {
        return (former ? FORMER_SCHEME : SCHEME)
                + String.join(
                        "/",
                        terminal.cloudId(),
                        terminal.tenantId().value(),
                        terminal.branchId().value(),
                        terminal.terminalId().value());
    }

    private static TBSCertificate content(
            String name, PublicKey publicKey, Instant issuedAt, AlgorithmIdentifier algorithm) throws IOException {
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, name));
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.valueOf(issuedAt.toEpochMilli())));
        content.setIssuer(new X500Name("CN=outpost cloud"));
        content.setSubject(new X500Name("CN=outpost lane"));
        content.setStartDate(new Time(Date.from(issuedAt)));
        content.setEndDate(new Time(new ASN1GeneralizedTime(NO_END)));
        content.setSignature(algorithm);
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()));
        content.setExtensions(
                new Extensions(new Extension(Extension.subjectAlternativeName, false, names.getEncoded("DER"))));
        return content.generateTBSCertificate();
    }

    private static LaneCertificate parse(byte[] der) {
        try {
            return of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    private static LaneCertificate of(X509Certificate x509) {
        String name = name(x509);
        boolean former = name.startsWith(FORMER_SCHEME);
        String[] parts =
                name.substring((former ? FORMER_SCHEME : SCHEME).length()).split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("the certificate names no lane");
        }
        return new LaneCertificate(
                parts[0],
                new TenantId(parts[1]),
                new BranchId(parts[2]),
                new TerminalId(parts[3]),
                x509.getPublicKey(),
                former,
                x509.getNotBefore().toInstant(),
                x509);
    }

    private static String name(X509Certificate x509) {
        try {
            return Optional.ofNullable(x509.getSubjectAlternativeNames()).stream()
                    .flatMap(names -> names.stream())
                    .filter(name -> name.get(0).equals(URI_NAME))
                    .map(name -> name.get(1).toString())
                    .filter(uri -> uri.startsWith(SCHEME) || uri.startsWith(FORMER_SCHEME))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the certificate names no lane"));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate's names cannot be read", e);
        }
    }

    private void requireSignedBy(PublicKey cloudKey) {
        try {
            x509.verify(cloudKey);
            requireOneForm();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate is not signed by this cloud", e);
        }
    }

    /** What stands around the signed content is not signed: a reader that is lenient with it would take a changed certificate for the same. */
    private void requireOneForm() throws CertificateException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(ED25519));
        try {
            byte[] der = new DERSequence(new ASN1Encodable[] {
                        ASN1Primitive.fromByteArray(x509.getTBSCertificate()),
                        algorithm,
                        new DERBitString(x509.getSignature())
                    })
                    .getEncoded("DER");
            if (!Arrays.equals(der, x509.getEncoded())) {
                throw new IllegalArgumentException("the certificate is not in the form that the cloud gave it");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
