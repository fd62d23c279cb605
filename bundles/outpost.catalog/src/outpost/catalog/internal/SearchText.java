package outpost.catalog.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form in which names and typed words are compared, the same for both: lower-case words of letters and digits, parted by single spaces.
 *
 * <p>Accents go in every script, so that {@code é} is found as {@code e}. The apostrophe of Uzbek oʻ and gʻ, for which
 * six characters are in use, joins its letter; any other one ends a word, so that {@code l'eau} is found as {@code eau}. In scripts that put no spaces between
 * words every character is a word.
 */
final class SearchText {
    private static final String APOSTROPHES = "['`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u2032]";
    private static final Pattern JOINING = Pattern.compile("(?<=[oOgG])" + APOSTROPHES);
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);
    /** Letters whose stroke or tie is no mark to Unicode, but is left out by who has no key for it. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'æ', "ae", (int) 'œ',
            "oe", (int) 'ħ', "h", (int) 'ı', "i");

    private SearchText() {}

    static String folded(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ascii
                ? foldedAscii(text)
                : GAPS.matcher(foldedLetters(text)).replaceAll(" ").strip();
    }

    /** The same by hand: most letters of most catalogs come this way, a hundred thousand names at once. */
    private static String foldedAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                if (gap && folded.length() > 0) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            } else if (!(i > 0 && (c == '\'' || c == '`') && "oOgG".indexOf(text.charAt(i - 1)) >= 0)) {
                gap = true;
            }
        }
        return folded.toString();
    }

    /** The words of a folded text. */
    static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }

    private static String foldedLetters(String text) {
        String joined = JOINING.matcher(text).replaceAll("");
        String plain = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder folded = new StringBuilder(plain.length());
        lowerCase(plain).codePoints().forEach(letter -> fold(letter, folded));
        return folded.toString();
    }

    /** By way of upper case, because only so {@code ß} is {@code ss} and {@code ς} is {@code σ}. */
    private static String lowerCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static void fold(int letter, StringBuilder folded) {
        if (letter < 0x80) {
            folded.append((char) letter);
        } else if (WITHOUT_SPACES.contains(Character.UnicodeScript.of(letter))) {
            folded.append(' ').appendCodePoint(letter).append(' ');
        } else {
            folded.append(PLAIN.getOrDefault(letter, Character.toString(letter)));
        }
    }
}
