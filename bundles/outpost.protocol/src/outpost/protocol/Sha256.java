package outpost.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of text's UTF-8 bytes. */
public final class Sha256 {
    private static final int HEX_DIGITS = 64;
    /** Never used itself: to look for one among the platform's providers takes as long as to hash a line of text. */
    private static final MessageDigest UNUSED = unused();

    private Sha256() {}

    public static byte[] digest(String text) {
        try {
            return ((MessageDigest) UNUSED.clone()).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    static void requireHex(String field, String text) {
        if (text == null || text.length() != HEX_DIGITS || !text.chars().allMatch(Sha256::isLowerHex)) {
            throw new IllegalArgumentException(field + " is not 64 lower-case hexadecimal digits");
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
