package outpost.catalog.internal;

import java.util.List;
import java.util.stream.Collectors;

/** What a name looks like in the search index, and what is asked of it. */
final class NameIndex {
    private static final int MAX_WORDS = 12;
    private static final int ENTITY_BITS = 40;
    private static final long ENTITY_MASK = (1L << ENTITY_BITS) - 1;
    private static final int MAX_LENGTH = 1_000;
    /** Marks the word that begins a name. A private-use character: the folding of what is typed leaves none. */
    private static final char FIRST = '\ue000';

    private NameIndex() {}

    /** The number under which a name is indexed: shorter names have smaller ones. */
    static long row(String folded, long entity) {
        return (long) Math.min(folded.length(), MAX_LENGTH) << ENTITY_BITS | entity;
    }

    /** The entity that an index row belongs to. */
    static long entity(long nameRow) {
        return nameRow & ENTITY_MASK;
    }

    /** What is indexed of a name. */
    static String content(String folded) {
        return folded.isEmpty()
                ? ""
                : folded + " " + FIRST + SearchText.words(folded).get(0);
    }

    /** Asks for names that have a word beginning with each of these. */
    static String withWords(List<String> words) {
        return words.stream().limit(MAX_WORDS).map(word -> '"' + word + "\"*").collect(Collectors.joining(" "));
    }

    /** Asks for those of them whose first word begins with the first of these. */
    static String beginningWith(List<String> words) {
        String first = '"' + (FIRST + words.get(0)) + "\"*";
        return words.size() == 1 ? first : first + " " + withWords(words.subList(1, words.size()));
    }
}
