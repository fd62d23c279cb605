package outpost.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Ed25519 keys and signatures (RFC 8032), with their Base64 forms on the wire and at rest.
 *
 * <p>Keys are the platform's, signatures are Bouncy Castle's: the platform's own take 1 ms each way, which every sale would pay twice; these a tenth to sign and
 * a fifth to verify, and are the same bytes.
 */
public final class Ed25519 {
    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    /** Keys as Bouncy Castle takes them, with what it has worked out of them: half of a signature is the public key that belongs to it. */
    private static final Map<Key, AsymmetricKeyParameter> FORMS = Collections.synchronizedMap(new WeakHashMap<>());

    private Ed25519() {}

    public static KeyPair newKeyPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    /** Base64 of the key's own encoding: X.509 for a public, PKCS #8 for a private key. */
    public static String encode(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** @throws IllegalArgumentException if the text is no such key */
    public static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no such key */
    public static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key", e);
        }
    }

    static String sign(PrivateKey key, String ascii) {
        return Base64.getEncoder().encodeToString(sign(key, ascii.getBytes(StandardCharsets.US_ASCII)));
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, FORMS.computeIfAbsent(key, known -> new Ed25519PrivateKeyParameters(raw(known))));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    static boolean isSignedBy(PublicKey key, String ascii, String base64) {
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, FORMS.computeIfAbsent(key, known -> new Ed25519PublicKeyParameters(raw(known))));
            byte[] message = ascii.getBytes(StandardCharsets.US_ASCII);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Both encodings end with the key's own 32 bytes (RFC 8410). */
    private static byte[] raw(Key key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }
}
