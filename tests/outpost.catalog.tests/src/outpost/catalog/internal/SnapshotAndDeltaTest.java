package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Rows;
import outpost.fixtures.TappedStore;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.values.Money;

class SnapshotAndDeltaTest extends CatalogFixture {
    private final Entity tea = Rows.product("p1", 3, "Tea", 100);
    private final Entity coffee = Rows.product("p2", 4, "Coffee", 200);

    @BeforeEach
    void empty() {
        startEmpty();
    }

    @Test
    void anEmptyTillHasNoCursor() {
        assertEquals(new Sink.Position(CatalogState.EMPTY, Optional.empty(), Optional.empty()), sink().position());
        assertEquals(CatalogState.EMPTY, catalog().state());
    }

    @Test
    void afterASnapshotTheStateIsTheOneOfItsRows() {
        snapshot(9, tea, coffee);

        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.addAll(List.of(tea, coffee));
        assertEquals(stateOf(9, rows), catalog().state());
        assertEquals(new Sink.Position(catalog().state(), Optional.empty(), Optional.empty()), sink().position());
    }

    @Test
    void aSnapshotThatWasCutGoesOnAfterARestartUnderItsFirstHeader() {
        SnapshotLine.Header header = new SnapshotLine.Header(9, 4);
        sink().begin(header);
        sink().add(List.of(tea));

        till.restart();

        Sink.Position position = sink().position();
        assertEquals(Optional.of(header), position.running());
        assertEquals(Optional.of(new Sink.RowKey("product", "p1")), position.resumeAfter());
        assertEquals(0, position.state().cursor());
        sink().begin(new SnapshotLine.Header(20, 5));
        assertEquals(
                Optional.of(new Sink.RowKey("product", "p1")), sink().position().resumeAfter());
        List<Entity> rest = new ArrayList<>(Rows.basics("GBP"));
        rest.add(0, coffee);
        sink().add(rest);
        sink().end();
        rest.add(tea);
        assertEquals(stateOf(9, rest), catalog().state());
        assertTrue(catalog().find("p1").isPresent() && catalog().find("p2").isPresent());
    }

    /** Many rows are stored in parts; one that the cloud gives twice is what it was last, under its last name alone. */
    @Test
    void aRowThatComesTwiceInALongSnapshotIsTheNewerOne() {
        List<Entity> rows = new ArrayList<>();
        rows.add(tea);
        for (int i = 0; i < 1_200; i++) {
            rows.add(Rows.product("q" + i, 5, "Biscuit " + i, 100));
        }
        rows.add(Rows.product("p1", 6, "Mate", 120));

        snapshot(9, rows.toArray(Entity[]::new));

        assertEquals(List.of(), found("tea"));
        assertEquals(List.of("Mate"), found("mate"));
        assertEquals("Mate", catalog().find("p1").orElseThrow().name());
        rows.remove(0);
        rows.addAll(Rows.basics("GBP"));
        assertEquals(stateOf(9, rows), catalog().state());
    }

    @Test
    @Tag("A-303")
    void whatIsHereStaysSellableDuringANewSnapshotAndGoesAtItsEndIfItWasNotInIt() {
        snapshot(9, tea, coffee);
        sink().restart();
        assertEquals(0, catalog().state().cursor());
        sink().begin(new SnapshotLine.Header(20, 3));
        sink().add(List.of(Rows.product("p2", 15, "Coffee dark", 250)));

        assertEquals("Tea", catalog().find("p1").orElseThrow().name());
        assertEquals("Coffee dark", catalog().find("p2").orElseThrow().name());

        sink().add(Rows.basics("GBP"));
        sink().end();
        assertEquals(Optional.empty(), catalog().find("p1"));
        assertEquals(List.of(), found("tea"));
        assertEquals(3, catalog().state().count());
        assertEquals(20, catalog().state().cursor());
    }

    @Test
    void theSnapshotOfARestoredCloudWinsOverNewerRows() {
        snapshot(900, Rows.product("p1", 800, "Tea of tomorrow", 999), Rows.product("p3", 801, "Gone again", 1));
        sink().restart();

        snapshot(9, tea);

        assertEquals(Money.of("GBP", 100), catalog().find("p1").orElseThrow().price());
        assertEquals(Optional.empty(), catalog().find("p3"));
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.add(tea);
        assertEquals(stateOf(9, rows), catalog().state());
    }

    @Test
    void aRowThatComesTwiceInASnapshotKeepsItsNewerForm() {
        sink().begin(new SnapshotLine.Header(9, 4));
        sink().add(Rows.basics("GBP"));
        sink().add(List.of(Rows.product("p1", 30, "Tea new", 130), tea));
        sink().add(List.of(tea));
        sink().end();

        assertEquals("Tea new", catalog().find("p1").orElseThrow().name());
    }

    @Test
    void whatOnlyBecomesDearerIsFoundAsBefore() {
        snapshot(9, tea);
        sink().apply(Rows.delta(10, Rows.product("p1", 10, "Tea", 120)));
        assertEquals(List.of("Tea"), found("te"));

        sink().apply(Rows.delta(11, Rows.product("p1", 11, "Mate", 120)));
        assertEquals(List.of(), found("te"));
        assertEquals(List.of("Mate"), found("mat"));
        assertEquals("Mate", catalog().find("p1").orElseThrow().name());
    }

    @Test
    void aDeltaChangesAddsAndRemoves() {
        snapshot(9, tea, coffee);

        Entity dearer = Rows.product("p1", 10, "Tea", 120);
        Entity cocoa = Rows.product("p3", 12, "Cocoa", 300);
        sink().apply(Rows.delta(12, dearer, Rows.tombstone(coffee, 11), cocoa));

        assertEquals(Money.of("GBP", 120), catalog().find("p1").orElseThrow().price());
        assertEquals(Optional.empty(), catalog().find("p2"));
        assertEquals(List.of(), found("coffee"));
        assertEquals(List.of("Cocoa"), found("coc"));
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.addAll(List.of(dearer, cocoa));
        assertEquals(stateOf(12, rows), catalog().state());
    }

    @Test
    @Tag("A-305")
    void aDeltaThatComesAgainOrLateChangesNothing() {
        snapshot(9, tea);
        sink().apply(Rows.delta(12, Rows.product("p1", 12, "Tea", 120)));
        CatalogState state = catalog().state();

        sink().apply(Rows.delta(12, Rows.product("p1", 12, "Tea", 120)));
        sink().apply(Rows.delta(12, Rows.product("p1", 10, "Tea", 110), Rows.tombstone(tea, 11)));

        assertEquals(state, catalog().state());
        assertEquals(Money.of("GBP", 120), catalog().find("p1").orElseThrow().price());
    }

    @Test
    void anEmptyDeltaMovesTheCursor() {
        snapshot(9, tea);

        sink().apply(Rows.delta(40));

        assertEquals(40, catalog().state().cursor());
        assertEquals(3, catalog().state().count());
    }

    @Test
    void aCodeThatAProductLostNoLongerFindsIt() {
        snapshot(9, Rows.product("p1", 3, "Tea", 1, List.of("A", "B")));

        sink().apply(Rows.delta(10, Rows.product("p1", 10, "Tea", 1, List.of("B", "C"))));

        assertEquals(Optional.empty(), catalog().find("A"));
        assertTrue(catalog().find("B").isPresent() && catalog().find("C").isPresent());
        assertEquals(List.of("Tea"), found("te"));
    }

    @Test
    void twoSpellingsOfOneCodeAreOne() {
        snapshot(9, Rows.product("p1", 3, "Tea", 1, List.of("036000291452", "0036000291452")));

        assertEquals("Tea", catalog().find("036000291452").orElseThrow().name());
    }

    @Test
    void typesOfANewerCloudAreCountedAndTakeNoPartInSelling() {
        Entity future = new Entity("bundle_offer", "o1", 5, Optional.of("{\"what\":[1,2]}"));
        snapshot(9, tea, future);
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.addAll(List.of(tea, future));
        assertEquals(stateOf(9, rows), catalog().state());

        sink().apply(Rows.delta(10, Rows.tombstone(future, 10)));

        rows.remove(future);
        assertEquals(stateOf(10, rows), catalog().state());
    }

    @Test
    void oneProductThatCannotBeReadStopsNoOther() {
        Entity broken = new Entity(Entity.PRODUCT, "p9", 5, Optional.of("{\"name\":\"No price\",\"codes\":[\"p9\"]}"));
        Entity noJson = new Entity(Entity.PRODUCT, "p8", 6, Optional.of("not json"));
        Entity badRate = new Entity(Entity.TAX_RATE, "bad", 7, Optional.of("{}"));
        snapshot(9, tea, broken, noJson, badRate);

        assertTrue(catalog().find("p1").isPresent());
        assertEquals(Optional.empty(), catalog().find("p9"));
        assertEquals(6, catalog().state().count());
        sink().apply(Rows.delta(10, Rows.product("p9", 10, "Mended", 5)));
        assertEquals("Mended", catalog().find("p9").orElseThrow().name());
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        assertThrows(IllegalStateException.class, () -> sink().add(List.of(tea)));
        assertThrows(IllegalStateException.class, () -> sink().end());
        sink().begin(new SnapshotLine.Header(9, 1));
        assertThrows(IllegalStateException.class, () -> sink().apply(Rows.delta(10, coffee)));
        assertEquals(0, catalog().state().count());
    }

    @Test
    @Tag("A-305")
    void aStepThatFailsAnywhereLeavesRowsStateAndPositionAsTheyWere() {
        snapshot(9, tea);
        CatalogState before = catalog().state();
        Entity[] changes = {
            Rows.product("p1", 10, "Tea", 120),
            Rows.tombstone(Rows.basics("GBP").get(0), 11),
            coffee
        };
        int failures = 0;
        while (failsAt(failures + 1, changes)) {
            failures++;
            assertEquals(before, catalog().state());
            assertEquals(
                    Money.of("GBP", 100), catalog().find("p1").orElseThrow().price());
            assertFalse(catalog().find("p2").isPresent());
        }
        assertTrue(failures > 5, "only " + failures + " statements were failed");
        assertEquals(12, catalog().state().cursor());
    }

    private boolean failsAt(int statement, Entity... changes) {
        try {
            Sink failing = new SqliteCatalog(TappedStore.failingAt(statement, till.store()));
            failing.apply(Rows.delta(12, changes));
            return false;
        } catch (TappedStore.InjectedFault e) {
            return true;
        }
    }
}
