package outpost.cloud.internal.catalog;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import outpost.protocol.ProductBody;

/** What of a text is looked for: its words without case and accents. */
final class Words {
    private static final int MOST_WORDS = 40;
    private static final int WORD_CHARS = 64;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static Set<String> of(ProductBody product) {
        Set<String> words = new LinkedHashSet<>(of(product.name()));
        product.codes().forEach(code -> words.addAll(of(code)));
        return words;
    }

    /** In their order, each once. */
    static Set<String> of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN.split(plain)) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word.length() <= WORD_CHARS ? word : word.substring(0, WORD_CHARS));
            }
        }
        return words;
    }
}
