package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Rows;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductField;

/** What a product costs in this branch only. */
class BranchPriceTest extends EditFixture {
    @Test
    @Tag("A-732")
    void aPriceOfTheBranchIsSoldByUntilItIsTakenBack() {
        long changes = catalog().changes();
        Entity here = price(100, 149);

        sink().apply(Rows.delta(100, here));
        assertEquals(149, sold().price().minor());
        assertEquals(List.of("Milk"), found("milk"));
        assertTrue(catalog().changes() > changes);

        sink().apply(Rows.delta(101, Rows.product("P", 101, "Whole milk", 219)));
        assertEquals(149, sold().price().minor());
        assertEquals("Whole milk", sold().name());

        sink().apply(Rows.delta(102, Rows.tombstone(here, 102)));
        assertEquals(219, sold().price().minor());
        assertEquals(0, overlays());
    }

    @Test
    void inASnapshotThePriceComesBeforeItsProduct() {
        snapshot(5, price(3, 149), Rows.product("P", 4, "Milk", 199));

        assertEquals(149, sold().price().minor());
        assertEquals(
                stateOf(5, rows(price(3, 149), Rows.product("P", 4, "Milk", 199))),
                catalog().state());
        snapshot(6, Rows.product("P", 4, "Milk", 199));
        assertEquals(199, sold().price().minor());
    }

    @Test
    void anEditHereChangesTheProductsPriceAndNotTheBranches() {
        sink().apply(Rows.delta(100, price(100, 149)));
        assertEquals(199, draft().product().priceMinor());

        edit(ProductField.PRICE, "249");

        assertEquals(149, sold().price().minor());
        assertEquals(249, draft().product().priceMinor());
        sink().apply(Rows.delta(101, Rows.tombstone(price(100, 149), 101)));
        assertEquals(249, sold().price().minor());
    }

    @Test
    void aPriceOfAProductThatIsNotHereWaitsForIt() {
        sink().apply(Rows.delta(
                100, new Entity(Entity.BRANCH_PRICE, "Q", 100, Optional.of(Json.write(new BranchPriceBody(5))))));
        sink().apply(Rows.delta(101, Rows.product("Q", 101, "Tea", 90)));

        assertEquals(5, catalog().find("Q").orElseThrow().price().minor());
    }

    private static List<Entity> rows(Entity... more) {
        List<Entity> all = new ArrayList<>(Rows.basics("GBP"));
        all.addAll(List.of(more));
        return all;
    }

    private static Entity price(long seq, long minor) {
        return new Entity(Entity.BRANCH_PRICE, "P", seq, Optional.of(Json.write(new BranchPriceBody(minor))));
    }
}
