package outpost.bench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What is in the search field after each keystroke of somebody who types the beginning of a product's name. */
public final class Keystrokes {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private Keystrokes() {}

    public static List<String> of(Goods goods, RandomGenerator random, int names) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < names * (MOST - FEWEST)) {
            String name = goods.name(random.nextInt(goods.count()));
            String typed = name.codePoints()
                    .filter(character -> Character.isLetterOrDigit(character) || character == ' ')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .replaceAll(" +", " ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            for (int length = FEWEST; length < Math.min(MOST, typed.length()); length++) {
                texts.add(typed.substring(0, length));
            }
        }
        return texts;
    }

    /** The same as a question to FTS5: each word begins so. */
    static String match(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : typed.strip().split(" ")) {
            words.add("\"" + word + "\"*");
        }
        return String.join(" ", words);
    }
}
