package outpost.bench.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 signatures of a hash's 64 digits, by the library that the till signs with. */
final class Signatures {
    private static final byte[] HASH = "0".repeat(64).getBytes(StandardCharsets.US_ASCII);

    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());

    void make(int count) {
        for (int signature = 0; signature < count; signature++) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, key);
            signer.update(HASH, 0, HASH.length);
            if (signer.generateSignature().length == 0) {
                throw new IllegalStateException("no signature");
            }
        }
    }
}
