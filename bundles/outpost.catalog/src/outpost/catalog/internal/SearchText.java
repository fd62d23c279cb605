package outpost.catalog.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form in which names and typed words are compared, the same for both; letter case is left to the index.
 *
 * <p>Accents go in every script, so that {@code é} is found as {@code e}. The apostrophe of Uzbek oʻ and gʻ, for which
 * six characters are in use, joins its letter; any other one ends a word, so that {@code l'eau} is found as {@code eau}.
 */
final class SearchText {
    private static final int MAX_WORDS = 12;
    private static final String APOSTROPHES = "['`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u2032]";
    private static final Pattern JOINING = Pattern.compile("(?<=[oOgG])" + APOSTROPHES);
    private static final Pattern PARTING = Pattern.compile(APOSTROPHES);
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    static String folded(String text) {
        if (text.chars().allMatch(c -> c < 0x80 && c != '\'' && c != '`')) {
            return text;
        }
        String parted = PARTING.matcher(JOINING.matcher(text).replaceAll("")).replaceAll(" ");
        return MARKS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** The full-text query for names that have a word beginning with each of these; empty if there is no word in the text. */
    static String prefixQuery(String text) {
        return Arrays.stream(GAPS.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(word -> '"' + word + "\"*")
                .collect(Collectors.joining(" "));
    }
}
