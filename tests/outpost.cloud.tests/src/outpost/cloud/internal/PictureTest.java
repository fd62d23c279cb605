package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.cloud.internal.store.Database;

class PictureTest {
    @ParameterizedTest
    @EnumSource
    void whoReadsSeesOnePictureWhateverOthersCommitMeanwhile(TestDatabase kind, @TempDir Path folder) {
        try (Database database = new Database(kind.in(folder))) {
            database.read(em -> {
                assertEquals(0, words(em));
                insert(database, "before");
                assertEquals(0, words(em));
                return em;
            });
            assertEquals(
                    1L,
                    database.ask(sql -> sql.rows(row -> row.getLong(1), "SELECT COUNT(*) FROM product_word"))
                            .get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWritesSeesWhatOthersCommitMeanwhile(TestDatabase kind, @TempDir Path folder) {
        try (Database database = new Database(kind.in(folder))) {
            database.read(PictureTest::words);
            database.write(em -> {
                assertEquals(0, words(em));
                insert(database, "meanwhile");
                assertEquals(1, words(em));
                return em;
            });
        }
    }

    private static void insert(Database database, String word) {
        int inserted = database.write(em -> em.createNativeQuery(
                        "INSERT INTO product_word (tenant_id, word, product_id) VALUES ('main', ?1, 'product')")
                .setParameter(1, word)
                .executeUpdate());
        assertTrue(inserted > 0);
    }

    private static int words(EntityManager em) {
        return em.createNativeQuery("SELECT word FROM product_word")
                .getResultList()
                .size();
    }
}
