package outpost.cloud.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import outpost.protocol.Limits;

/**
 * A password as it is kept: Argon2id (RFC 9106) with 19 MiB, 2 passes and 1 lane, in the usual form {@code $argon2id$v=19$m=…,t=…,p=…$SALT$HASH}. One
 * computation takes some hundredths of a second and 19 MiB on purpose.
 */
final class PasswordHash {
    private static final int LEAST_CHARS = 12;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private PasswordHash() {}

    /** @throws IllegalArgumentException if the password is too short or too long */
    static String of(String password, SecureRandom random) {
        Limits.requireText("password", password, LEAST_CHARS, Limits.NAME_CHARS);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(derived(password, salt, MEMORY_KIB, PASSES, LANES));
    }

    /** Whether this is the password; older hashes are computed with the effort that they were made with. */
    static boolean matches(String hash, String password) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            throw new IllegalStateException("A stored password has no form that is known here");
        }
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] known = Base64.getDecoder().decode(form.group(5));
        return MessageDigest.isEqual(known, derived(password, salt, number(form, 1), number(form, 2), number(form, 3)));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** The same letters may be typed in several ways (an accent by itself or with its letter): one form counts. */
    private static byte[] derived(String password, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        argon2.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
