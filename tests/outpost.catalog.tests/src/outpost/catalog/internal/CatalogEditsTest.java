package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outpost.protocol.ProductField.CODES;
import static outpost.protocol.ProductField.NAME;
import static outpost.protocol.ProductField.PRICE;
import static outpost.protocol.ProductField.TAX_RATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.catalog.PastEdit;
import outpost.catalog.ProductDraft;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxEntry;
import outpost.protocol.DiscardPayload;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.EventKey;
import outpost.values.VersionVector;

class CatalogEditsTest extends EditFixture {
    @Test
    void anEditIsSoldByAtOnceAndGoesToTheCloudAsAnEvent() {
        long changes = catalog().changes();
        ProductDraft draft = draft();
        ProductBody wanted = new ProductBody(
                "Whole milk", List.of("P", "M1"), 249, false, Optional.of("standard"), Optional.empty());

        EventKey key = edits().change(draft, wanted, "Ada").orElseThrow();
        awaitRead();

        assertTrue(catalog().changes() > changes);
        assertEquals("Whole milk", sold().name());
        assertEquals(249, sold().price().minor());
        assertEquals("P", catalog().find("M1").orElseThrow().id());
        assertEquals(List.of("Whole milk"), found("whole"));
        assertEquals(List.of("Whole milk"), found("milk"));
        OutboxEntry waiting =
                till.outbox().entries(List.of(OutboxEntry.State.PENDING), 10).get(0);
        assertEquals(key, waiting.event().key());
        ProductEdit edit = read(waiting.event());
        assertEquals("Ada", edit.by());
        assertEquals(
                List.of(NAME, CODES, PRICE),
                edit.changes().stream().map(ProductEdit.Change::field).sorted().toList());
        assertEquals(
                VersionVector.of(new Dot(Sibling.CLOUD, cloud.seq())),
                edit.changes().get(0).seen());
    }

    @Test
    @Tag("A-552")
    void whoChangedWhatIsKeptAlsoWhenTheCloudHasIt() {
        edit(PRICE, "249");
        edit(NAME, "\"Whole milk\"");
        push();
        pull();
        assertEquals(0, pendingEdits());

        List<PastEdit> history = edits().history("P", 10);

        assertEquals(
                List.of(NAME, PRICE),
                history.stream().map(past -> past.changes().get(0).field()).toList());
        assertEquals(Optional.of("249"), history.get(1).changes().get(0).value());
        assertEquals("till-1", history.get(0).lane().value());
        assertEquals(List.of(), edits().history("another", 10));
    }

    @Test
    void onceTheCloudsRowContainsItNothingLiesOverThatRow() {
        edit(PRICE, "249");
        edit(NAME, "\"Whole milk\"");
        assertEquals(2, pendingEdits());

        push();
        pull();

        assertEquals(249, sold().price().minor());
        assertEquals("Whole milk", sold().name());
        assertEquals(0, pendingEdits());
        assertEquals(0, overlays());
        assertEquals(List.of("Whole milk"), found("whole"));
    }

    @Test
    void whatIsKnownOfEditsMayComeBeforeTheRowThatTheyMade() {
        edit(PRICE, "249");

        push();
        pullOneByOne();

        assertEquals(249, sold().price().minor());
        assertEquals(0, pendingEdits() + overlays());
    }

    @Test
    void whatTheCloudChangesMeanwhileInOtherFieldsIsMerged() {
        edit(PRICE, "249");

        cloud.change(NAME, "\"Skimmed milk\"");
        pull();

        assertEquals("Skimmed milk", sold().name());
        assertEquals(249, sold().price().minor());
        assertEquals(List.of(), found("whole"));
        assertEquals(List.of("Skimmed milk"), found("skimmed"));
        push();
        pull();
        assertEquals(249, sold().price().minor());
        assertEquals(0, overlays());
    }

    @Test
    void aPriceThatTheCloudHasChangedTooIsAConflictThatAManagerDecides() {
        edit(PRICE, "249");
        cloud.change(PRICE, "210");
        push();
        pull();

        assertEquals(210, sold().price().minor());
        ProductConflict conflict = edits().conflicts().get(0);
        assertEquals(cloud.versions().conflicts("P"), edits().conflicts());
        assertEquals(2, conflict.values().size());

        edits().decide(conflict, Optional.of("249"), "Grace").orElseThrow();
        awaitRead();

        assertEquals(249, sold().price().minor());
        assertEquals(List.of(), edits().conflicts());
        assertEquals(Optional.empty(), edits().decide(conflict, Optional.of("249"), "Grace"));
        push();
        pull();
        assertEquals(249, cloud.body().priceMinor());
        assertEquals(List.of(), cloud.versions().conflicts("P"));
        assertEquals(0, pendingEdits() + overlays());
    }

    @Test
    void aNeighboursEditIsSoldByHereTooAndAConflictAmongLanesNeedsNoCloud() {
        arrives(neighbour.edit(1_000, NAME, "\"Fresh milk\"", seenByNeighbour()));
        awaitRead();
        assertEquals("Fresh milk", sold().name());

        edit(PRICE, "249");
        arrives(neighbour.edit(1_001, PRICE, "259", seenByNeighbour()));
        awaitRead();

        assertEquals(259, sold().price().minor());
        assertEquals(1, edits().conflicts().size());
    }

    @Test
    void anEditIsAgainstWhatItsWriterSawAndNotAgainstWhatCameMeanwhile() {
        ProductDraft draft = draft();
        arrives(neighbour.edit(1_000, PRICE, "259", seenByNeighbour()));
        awaitRead();

        edits().change(draft, ProductField.with(draft.product(), Map.of(PRICE, Optional.of("249"))), "Ada");
        awaitRead();

        assertEquals(1, edits().conflicts().size());
    }

    @Test
    void whoSawTheNeighboursPriceReplacesIt() {
        arrives(neighbour.edit(1_000, PRICE, "259", seenByNeighbour()));
        awaitRead();

        edit(PRICE, "249");

        assertEquals(249, sold().price().minor());
        assertEquals(List.of(), edits().conflicts());
    }

    @Test
    void whatIsWantedAlreadyIsNoChange() {
        ProductDraft draft = draft();

        assertEquals(Optional.empty(), edits().change(draft, draft.product(), "Ada"));
        assertEquals(0, till.outbox().counts().waiting());
        assertEquals(Optional.empty(), edits().open("none"));
    }

    @Test
    void aTaxRateThatIsNotHereIsRefusedHere() {
        ProductDraft draft = draft();
        ProductBody wanted = ProductField.with(draft.product(), Map.of(TAX_RATE, Optional.of("\"reduced\"")));

        assertThrows(IllegalArgumentException.class, () -> edits().change(draft, wanted, "Ada"));

        assertEquals(0, till.outbox().counts().waiting());
        assertEquals("standard", sold().taxRate().id());
    }

    @Test
    void editsAreThereAfterARestartAndAfterASnapshot() {
        edit(PRICE, "249");
        till.restart();
        assertEquals(249, sold().price().minor());

        snapshotOfTheCloud();

        assertEquals(249, sold().price().minor());
        push();
        snapshotOfTheCloud();
        assertEquals(249, sold().price().minor());
        assertEquals(0, pendingEdits() + overlays());
    }

    @Test
    void aProductThatIsGoneIsNotSoldWhateverWasEdited() {
        edit(PRICE, "249");

        sink().apply(Rows.delta(cloud.seq() + 1, Rows.tombstone(cloud.rows().get(2), cloud.seq() + 1)));

        assertTrue(catalog().find("P").isEmpty());
        assertEquals(List.of(), found("milk"));
        assertEquals(0, overlays());
    }

    @Test
    void anEditThatAPersonGaveUpNoLongerHolds() {
        Event bad = neighbour.edit(1_000, PRICE, "259", seenByNeighbour());
        arrives(bad);
        awaitRead();
        assertEquals(259, sold().price().minor());

        DiscardPayload discard = new DiscardPayload(
                bad.posId(), bad.localEventId(), bad.hash(), Optional.empty(), Optional.empty(), "Typo", "Grace");
        arrives(neighbour.event(EventType.DISCARD, 1_001, Json.write(discard)));
        awaitRead();

        assertEquals(199, sold().price().minor());
        assertEquals(0, pendingEdits() + overlays());
    }

    @Test
    void anOwnEditThatTheCloudRefusesAndAPersonGivesUpNoLongerHolds() {
        EventKey key = edit(PRICE, "249");
        for (int attempt = 0; attempt < 3; attempt++) {
            List<Event> taken = till.outbox().take(10, 1 << 20);
            till.outbox().settle(taken, List.of(EventAnswer.rejected(0, ErrorCode.POS_SYNC_EVENT_INVALID, "not so")));
        }

        till.outbox().discard(key, "Typo", "Grace");
        awaitRead();

        assertEquals(199, sold().price().minor());
        assertEquals(0, pendingEdits());
    }

    @Test
    void anEditThatIsToldAgainUnderAnotherPosIdIsOneEdit() {
        Event first = neighbour.edit(1_000, PRICE, "259", seenByNeighbour());
        arrives(first);
        NeighbourLane renewed = new NeighbourLane("till-2", "NEIGHBO2");
        arrives(renewed.event(EventType.PRODUCT_EDIT, 1_000, first.payload()));
        awaitRead();
        assertEquals(1, pendingEdits());

        receive(first);
        pull();

        assertEquals(259, sold().price().minor());
        assertEquals(0, pendingEdits() + overlays());
        assertFalse(cloud.versions().fields().isEmpty());
    }

    private VersionVector seenByNeighbour() {
        return VersionVector.of(new Dot(Sibling.CLOUD, cloud.seq()));
    }
}
