package outpost.cloud.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Random text that people read, type and say: digits and capitals without I, L, O and U (Crockford's base 32), 5 bits each. */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    private Codes() {}

    public static String random(SecureRandom random, int characters) {
        return random.ints(characters, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** The same in groups: {@code 7KQ2-M0XD-…}. */
    public static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What was meant, where somebody typed small letters, spaces, or O for 0 and I or L for 1. */
    public static String normalised(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
