package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.catalog.Product;
import outpost.fixtures.Rows;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;

/** A till that was updated from the first version, whose index of names was another one. */
class EarlierVersionTest extends CatalogFixture {
    private static final int PRODUCTS = 1_700;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** What later versions of the tables added, taken back. */
    private static final List<String> BACK_TO_VERSION_1 = List.of(
            "DROP INDEX unindexed_products",
            "ALTER TABLE catalog_entities DROP COLUMN name_row",
            "ALTER TABLE catalog_meta DROP COLUMN changes",
            "ALTER TABLE catalog_meta DROP COLUMN indexed_digest",
            "DROP TABLE category_products",
            "DROP TABLE product_words",
            "DROP INDEX catalog_entities_by_place",
            "ALTER TABLE catalog_entities DROP COLUMN place",
            "ALTER TABLE catalog_meta DROP COLUMN verified_at",
            "DELETE FROM schema_history_catalog WHERE CAST(version AS INTEGER) >= 2");

    private static final List<String> BACK_TO_VERSION_3 = List.of(
            "DROP TABLE product_words",
            "CREATE VIRTUAL TABLE product_words USING fts5(words, content = '', contentless_delete = 1, detail = none)",
            "DELETE FROM schema_history_catalog WHERE CAST(version AS INTEGER) >= 4");

    private CatalogState before;

    @BeforeEach
    void update() {
        startEmpty();
        List<Entity> rows = new ArrayList<>();
        rows.add(new Entity(Entity.PRODUCT, "broken", 5, Optional.of("no JSON")));
        for (int i = 0; i < PRODUCTS; i++) {
            String body = "{\"name\":\"Tea %1$d\",\"codes\":[\"c%1$d\"],\"priceMinor\":1,\"priceDerived\":false,"
                    + "\"taxRateId\":\"standard\",\"categoryId\":\"t\"}";
            rows.add(new Entity(Entity.PRODUCT, "p" + i, 10 + i, Optional.of(body.formatted(i))));
        }
        snapshot(5_000, rows.toArray(Entity[]::new));
        before = catalog().state();
        till.store().write(transaction -> {
            BACK_TO_VERSION_1.forEach(transaction::update);
            return before;
        });
        till.restart();
    }

    @Test
    void sellsAtOnceAndHasItsIndexesSoon() {
        assertTrue(catalog().find("c1699").isPresent());
        assertEquals(before, catalog().state());

        awaitNames("tea 1699", List.of("Tea 1699"));

        assertEquals(500, catalog().search("tea", 500).size());
        assertEquals(500, catalog().quickKeys("t", 500).size());
        assertEquals(Optional.of("p7"), catalog().find("c7").map(Product::id));
    }

    @Test
    void takesChangesWhileItDoes() {
        sink().apply(Rows.delta(
                6_000,
                Rows.product("p1698", 6_000, "Coffee 1698", 2, List.of("c1698")),
                Rows.tombstone(Rows.product("p1697", 1, "Tea", 1), 6_000)));

        awaitNames("tea 1699", List.of("Tea 1699"));

        assertEquals(List.of("Coffee 1698"), found("1698"));
        assertEquals(List.of(), found("1697"));
        assertEquals(Optional.empty(), catalog().find("c1697"));
        assertEquals(PRODUCTS + 2, catalog().state().count());
    }

    @Test
    void goesOnAfterARestart() {
        till.restart();

        awaitNames("tea 1699", List.of("Tea 1699"));

        assertEquals(List.of("Tea 3"), found("tea 3").subList(0, 1));
    }

    @Test
    void findsNamesAgainAfterAnUpdateThatMakesTheirIndexAnew() {
        awaitNames("tea 1699", List.of("Tea 1699"));
        till.store().write(transaction -> {
            BACK_TO_VERSION_3.forEach(transaction::update);
            return before;
        });

        till.restart();

        assertTrue(catalog().find("c1699").isPresent());
        awaitNames("tea 1699", List.of("Tea 1699"));
        assertEquals(500, catalog().quickKeys("t", 500).size());
        assertEquals(before, catalog().state());
    }

    /** As the first version renames a product, adds one and removes one: it knows the tables that it had, and the columns that these had. */
    @Test
    void findsWhatAnEarlierVersionChangedAfterAStepBack() {
        awaitNames("tea 1699", List.of("Tea 1699"));
        String renamed = "{\"name\":\"Malt 3\",\"codes\":[\"c3\"],\"priceMinor\":1,\"priceDerived\":false}";
        till.store().write(transaction -> {
            transaction.update("UPDATE catalog_entities SET body = ? WHERE id = 'p3'", renamed);
            transaction.update(
                    "INSERT INTO catalog_entities (entity, type, id, seq, digest, generation, body)"
                            + " SELECT max(entity) + 1, 'product', 'new', 9000, 1, 1, ? FROM catalog_entities",
                    renamed.replace("Malt 3", "Malt 4").replace("c3", "c4000"));
            transaction.update("INSERT INTO product_codes (code, entity)"
                    + " SELECT 'c4000', entity FROM catalog_entities WHERE id = 'new'");
            transaction.update("DELETE FROM product_codes WHERE code = 'c5'");
            transaction.update("DELETE FROM product_names WHERE rowid = 5");
            transaction.update("DELETE FROM catalog_entities WHERE id = 'p5'");
            return transaction.update("UPDATE catalog_meta SET digest = digest + 77");
        });

        till.restart();

        awaitNames("malt", List.of("Malt 3", "Malt 4"));
        awaitNames("tea 1699", List.of("Tea 1699"));
        assertEquals(
                List.of(),
                catalog().search("tea 5", 500).stream()
                        .filter(tea -> tea.name().equals("Tea 5"))
                        .toList());
        assertEquals(Optional.of("new"), catalog().find("c4000").map(Product::id));
    }

    private void awaitNames(String typed, List<String> expected) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!found(typed).equals(expected) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertEquals(expected, found(typed));
    }
}
