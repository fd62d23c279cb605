package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.SnapshotLine;

/** What a snapshot brings is sold by its code at once, and found by its name when the rows that can be sold have come. */
class LatecomersTest extends CatalogFixture {
    private static final int PRODUCTS = 4_000;

    private final List<Entity> rows = new ArrayList<>();

    @BeforeEach
    void begin() {
        startEmpty();
        rows.addAll(Rows.basics("GBP"));
        for (int i = 0; i < PRODUCTS; i++) {
            String body = "{\"name\":\"Tea %1$d\",\"codes\":[\"c%1$d\"],\"priceMinor\":1,\"priceDerived\":false,"
                    + "\"taxRateId\":\"standard\",\"categoryId\":\"t\"}";
            rows.add(new Entity(Entity.PRODUCT, "p" + i, 10 + i, Optional.of(body.formatted(i))));
        }
        sink().begin(new SnapshotLine.Header(5_000, rows.size()));
        sink().add(rows.subList(0, 1_000));
    }

    @Test
    void whatCameIsSoldByItsCodeAndItsKeyWhileTheRestComes() {
        assertTrue(catalog().find("c900").isPresent());
        assertEquals(500, catalog().quickKeys("t", 500).size());
        assertFalse(catalog().findsAllNames());
    }

    @Test
    void allNamesAreFoundSoonAfterTheEnd() {
        end();

        assertEquals(List.of("Tea 3999"), found("tea 3999"));
        assertEquals(List.of("Tea 12"), found("tea 12").subList(0, 1));
        assertEquals(500, catalog().search("te", 500).size());
    }

    @Test
    void namesComeInWhileASnapshotThatWasCutWaits() {
        sink().pause();
        awaitAllNames();

        assertEquals(List.of("Tea 900"), found("tea 900"));

        end();
        assertEquals(List.of("Tea 900"), found("tea 900"));
        assertEquals(List.of("Tea 3999"), found("tea 3999"));
    }

    @Test
    void namesComeInAfterARestartBeforeTheSnapshotGoesOn() {
        till.restart();
        awaitAllNames();

        assertEquals(List.of("Tea 900"), found("tea 900"));
    }

    /** A delta that changes a product whose name is not in its index yet. */
    @Test
    void whatChangesBeforeItsNameIsInIsFoundAsItIsNow() {
        sink().add(rows.subList(1_000, rows.size()));
        sink().end();
        sink().apply(Rows.delta(
                6_000,
                Rows.product("p3998", 6_000, "Coffee 3998", 2, List.of("c3998")),
                Rows.tombstone(Rows.product("p3997", 1, "Tea", 1), 6_000)));
        awaitAllNames();

        assertEquals(List.of("Coffee 3998"), found("3998"));
        assertEquals(List.of(), found("3997"));
        assertEquals(List.of("Tea 3999"), found("tea 3999"));
    }

    @Test
    void whatChangesBetweenTheReadingAndTheStoringOfNamesIsFoundAsItIsNow() {
        Batch read = till.store().read(transaction -> Batch.read(transaction, 0, 600));
        sink().add(List.of(Rows.product("p5", 4_500, "Mate 5", 2, List.of("c5"))));

        till.store().write(transaction -> {
            read.newest(transaction).index(transaction);
            return read;
        });

        assertEquals(List.of("Mate 5"), found("mate"));
        assertEquals(List.of("Tea 6"), found("tea 6").subList(0, 1));
    }

    /** A second snapshot, as after a restored cloud: what is called otherwise in it loses its old name. */
    @Test
    void aProductThatASnapshotRenamesIsFoundByItsNewNameAlone() {
        end();

        snapshot(7_000, Rows.product("p7", 6_000, "Mate 7", 2, List.of("c7")), rows.get(12));

        assertEquals(List.of("Mate 7"), found("7"));
        assertEquals(List.of("Tea 10"), found("tea"));
        assertEquals("Mate 7", catalog().find("c7").orElseThrow().name());
    }

    private void end() {
        sink().add(rows.subList(1_000, rows.size()));
        sink().end();
        awaitAllNames();
    }
}
