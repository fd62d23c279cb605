package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.KeyedRows;

class KeyedRowsTest {
    private static final KeyedRows WORDS = new KeyedRows("product_word", "word", "VARCHAR");
    private static final Map<String, String> MAIN = Map.of("tenant_id", "main");

    @ParameterizedTest
    @EnumSource
    void rowsAreFoundByManyKeysEachOnceAndOthersAreNot(TestDatabase kind, @TempDir Path folder) {
        try (Database database = new Database(kind.in(folder))) {
            write(database, "main", List.of("one", "two", "three"));
            write(database, "other", List.of("one"));
            List<String> found = database.read(
                    em -> WORDS.find(em, "r.word", MAIN, List.of("three", "one", "four"), row -> row.getString(1)));
            assertEquals(List.of("one", "three"), found.stream().sorted().toList());
        }
    }

    /** A plan that is kept was made for a table of another size; PostgreSQL would follow it however long it takes. */
    @Test
    @Tag("A-733")
    void postgresqlPlansEachTimeForTheKeysThatAreAsked(@TempDir Path folder) {
        try (Database database = new Database(TestDatabase.POSTGRESQL.in(folder))) {
            List<String> keys =
                    IntStream.range(0, 500).mapToObj(n -> "word" + n).toList();
            write(database, "main", keys);
            List<String> kept = database.read(em -> {
                for (int time = 0; time < 20; time++) {
                    assertEquals(
                            500,
                            WORDS.find(em, "r.word", MAIN, keys, row -> row.getString(1))
                                    .size());
                }
                @SuppressWarnings("unchecked")
                List<String> statements = em.createNativeQuery("SELECT statement FROM pg_prepared_statements")
                        .getResultList();
                return statements;
            });
            assertEquals(
                    List.of(), kept.stream().filter(sql -> sql.contains("ANY")).toList());
        }
    }

    private static void write(Database database, String tenant, List<String> words) {
        database.write(em -> {
            for (String word : words) {
                em.createNativeQuery(
                                "INSERT INTO product_word (tenant_id, word, product_id) VALUES (?1, ?2, 'product')")
                        .setParameter(1, tenant)
                        .setParameter(2, word)
                        .executeUpdate();
            }
            return words;
        });
    }
}
