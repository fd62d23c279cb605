package outpost.values;

import java.util.Optional;

/**
 * A Global Trade Item Number in its 14-digit form, in which a UPC-A and its 13-digit form are the same.
 *
 * <p>Rule: GS1 General Specifications, section 7.9 (check digit).
 *
 * @param digits14 fourteen digits, the last one a valid check digit
 */
public record Gtin(String digits14) {
    private static final int LENGTH = 14;

    public Gtin {
        if (digits14.length() != LENGTH || !areDigits(digits14) || !checkDigitFits(digits14)) {
            throw new IllegalArgumentException("'" + digits14 + "' is not a GTIN-14");
        }
    }

    /** The GTIN that a scanned or typed code of 8, 12, 13 or 14 digits stands for; empty for anything else. */
    public static Optional<Gtin> parse(String code) {
        int length = code.length();
        boolean gtinLength = length == 8 || (length >= 12 && length <= 14);
        if (!gtinLength || !areDigits(code)) {
            return Optional.empty();
        }
        String padded = "0".repeat(14 - length) + code;
        return checkDigitFits(padded) ? Optional.of(new Gtin(padded)) : Optional.empty();
    }

    /** The GTIN whose digits before the check digit are these, at most 13. */
    public static Gtin withCheckDigit(String digits) {
        String padded = "0".repeat(13 - digits.length()) + digits + "0";
        return new Gtin(padded.substring(0, 13) + (10 - weighted(padded) % 10) % 10);
    }

    /** Its 13 digits where it has not more, as on a label at the shelf or the scale. */
    public Optional<String> digits13() {
        return digits14.charAt(0) == '0' ? Optional.of(digits14.substring(1)) : Optional.empty();
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean checkDigitFits(String digits14) {
        return weighted(digits14) % 10 == 0;
    }

    private static int weighted(String digits14) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int digit = digits14.charAt(i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return sum;
    }

    @Override
    public String toString() {
        return digits14;
    }
}
