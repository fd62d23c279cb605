package outpost.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A PIN as it is kept: PBKDF2-HMAC-SHA256 (RFC 8018), in the form {@code pbkdf2-sha256$ROUNDS$SALT$HASH} with salt and hash in base64.
 *
 * <p>Making one, and each comparison, takes about a second on a till, on purpose: not on the UI thread. A PIN is short, so the hash only slows down who has
 * stolen it; the till's own slow-down is what protects against guessing.
 */
public final class PinHash {
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MAX_ROUNDS = 10_000_000;
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha256\\$([1-9][0-9]{0,7})\\$([A-Za-z0-9+/=]{22,88})\\$([A-Za-z0-9+/=]{43,88})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PinHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * @param random a cryptographic one
     * @throws IllegalArgumentException if the PIN is not 4 to 12 digits
     */
    public static PinHash of(String pin, RandomGenerator random) {
        if (!PIN.matcher(pin).matches()) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PinHash(ROUNDS, salt, derived(pin, salt, ROUNDS));
    }

    /** @throws IllegalArgumentException if the text is not in the form of a hash */
    public static PinHash parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > MAX_ROUNDS) {
            throw new IllegalArgumentException("not a PIN's hash of the form pbkdf2-sha256$ROUNDS$SALT$HASH");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new PinHash(
                Integer.parseInt(matcher.group(1)), base64.decode(matcher.group(2)), base64.decode(matcher.group(3)));
    }

    public boolean matches(String pin) {
        return PIN.matcher(pin).matches() && MessageDigest.isEqual(hash, derived(pin, salt, rounds));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinHash that
                && rounds == that.rounds
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** The form in which it travels. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2-sha256$" + rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** By Bouncy Castle, which takes half as long as the platform's where only Java's first compiler is at work, as on a till. */
    private static byte[] derived(String pin, byte[] salt, int rounds) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(pin.getBytes(StandardCharsets.US_ASCII), salt, rounds);
        return ((KeyParameter) generator.generateDerivedMacParameters(HASH_BYTES * Byte.SIZE)).getKey();
    }
}
