package outpost.sales.internal.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outpost.protocol.PinHash;

/**
 * The PINs that were recognised since the program started: who approves the tenth discount of the day does not wait a second for it each time. A PIN itself is
 * not kept, but its HMAC (RFC 2104) under a key that never leaves this process; a PIN that is not among them takes as long as its hash does.
 */
final class KnownPins {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final BiPredicate<PinHash, String> comparison;
    private final SecretKeySpec key;
    private final Map<PinHash, byte[]> recognised = new ConcurrentHashMap<>();

    /** @param comparison what takes its time */
    KnownPins(BiPredicate<PinHash, String> comparison, SecureRandom random) {
        this.comparison = comparison;
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, HMAC);
    }

    /** A hash that was replaced knows nothing of the PIN before. */
    boolean matches(PinHash hash, String pin) {
        byte[] code = code(pin);
        byte[] known = recognised.get(hash);
        if (known != null && MessageDigest.isEqual(known, code)) {
            return true;
        }
        boolean matches = comparison.test(hash, pin);
        if (matches) {
            recognised.put(hash, code);
        }
        return matches;
    }

    private byte[] code(String pin) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(pin.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
