package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.store.Sql;

/**
 * Finds a tenant's products by the beginnings of their words. One word of the question leads: its products come in the order of the index, and each is asked for the
 * others. That is quick where few products have the leading word, or many of those that have it have the others too.
 */
final class WordSearch {
    /** Words are first counted up to here; as long as all have more products than that, up to so many times as many. */
    private static final int FEW = 2_000;

    private static final int TIMES = 8;
    /** Beyond so many products it does not matter which word more of them have. */
    private static final int MANY = 16_000;
    /** Sorts behind every character that a word has. */
    private static final String END = "\uFFFF";

    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM product_word"
            + " WHERE tenant_id = ? AND word >= ? AND word < ? LIMIT ?) AS found";
    private static final String LEADING =
            "SELECT w.word, w.product_id FROM product_word w WHERE w.tenant_id = ? AND w.word >= ? AND w.word < ?"
                    + " AND (w.word > ? OR w.word = ? AND w.product_id > ?)";
    private static final String FURTHER = " AND EXISTS (SELECT 1 FROM product_word f WHERE f.tenant_id = w.tenant_id"
            + " AND f.product_id = w.product_id AND f.word >= ? AND f.word < ?)";
    private static final String IN_ORDER = " ORDER BY w.tenant_id, w.word, w.product_id LIMIT ?";

    private final Sql sql;
    private final String tenantId;

    WordSearch(EntityManager em, String tenantId) {
        this.sql = new Sql(em).plannedEachTime();
        this.tenantId = tenantId;
    }

    /**
     * A product, and the word by which it was come to.
     *
     * @param lead the question's word that led; it leads in the following parts too, however many products have it by then
     */
    record Hit(String lead, String word, String productId) {
        /** No word holds it. */
        private static final String BETWEEN = " ";

        /** What {@link #place} gave. */
        static Optional<Hit> at(String place) {
            String[] parts = place.split(BETWEEN, 3);
            return parts.length < 3 ? Optional.empty() : Optional.of(new Hit(parts[0], parts[1], parts[2]));
        }

        /** Where it stands, for whoever asks what comes behind it. */
        String place() {
            return String.join(BETWEEN, lead, word, productId);
        }
    }

    /**
     * Products that have a word beginning with each of these; one that is come to by two of its words, twice.
     *
     * @param after the last one of the part before
     */
    List<Hit> hits(List<String> words, Optional<Hit> after, int limit) {
        String lead = after.map(Hit::lead).filter(words::contains).orElseGet(() -> rarest(words));
        String afterWord = after.map(Hit::word).orElse("");
        List<Object> parameters = new ArrayList<>(List.of(tenantId, lead, lead + END, afterWord, afterWord));
        parameters.add(after.map(Hit::productId).orElse(""));
        List<String> further = new ArrayList<>(words);
        further.remove(lead);
        for (String word : further) {
            parameters.add(word);
            parameters.add(word + END);
        }
        parameters.add(limit);
        return sql.rows(
                row -> new Hit(lead, row.getString(1), row.getString(2)),
                LEADING + FURTHER.repeat(further.size()) + IN_ORDER,
                parameters.toArray());
    }

    /** Of words that equally many products have, the longest. */
    private String rarest(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        List<String> longestFirst = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Counted rarest = rarest(longestFirst, FEW);
        for (int most = FEW; rarest.products() == most && most < MANY; ) {
            most *= TIMES;
            rarest = rarest(longestFirst, most);
        }
        return rarest.word();
    }

    private Counted rarest(List<String> words, int most) {
        return words.stream()
                .map(word -> new Counted(word, count(word, most)))
                .min(Comparator.comparingLong(Counted::products))
                .orElseThrow();
    }

    private record Counted(String word, long products) {}

    private long count(String word, int most) {
        return sql.rows(row -> row.getLong(1), COUNT, tenantId, word, word + END, most)
                .get(0);
    }
}
