package outpost.catalog.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import outpost.catalog.CatalogEdits;
import outpost.catalog.Product;
import outpost.catalog.ProductDraft;
import outpost.fixtures.Await;
import outpost.fixtures.Rows;
import outpost.outbox.BranchEvents;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductField;
import outpost.values.EventKey;

/** One till that edits a product, beside a lane and a cloud that do so, too. */
abstract class EditFixture extends CatalogFixture {
    static final ProductBody MILK =
            new ProductBody("Milk", List.of("P"), 199, false, Optional.of("standard"), Optional.empty());

    CloudModel cloud;
    NeighbourLane neighbour;

    @BeforeEach
    void everythingFromTheBeginning() {
        startEmpty();
        till.enrol("GBP");
        cloud = new CloudModel(MILK);
        neighbour = new NeighbourLane("till-2", "NEIGHBOUR");
        snapshotOfTheCloud();
    }

    void snapshotOfTheCloud() {
        sink().restart();
        Rows.snapshot(sink(), cloud.seq(), cloud.rows());
    }

    void pull() {
        sink().apply(cloud.after(catalog().state().cursor()));
    }

    /** As {@link #pull}, each row in an answer of its own. */
    void pullOneByOne() {
        cloud.after(catalog().state().cursor()).changes().forEach(row -> sink().apply(Rows.delta(row.seq(), row)));
    }

    CatalogEdits edits() {
        return till.service(CatalogEdits.class);
    }

    ProductDraft draft() {
        return edits().open(CloudModel.PRODUCT).orElseThrow();
    }

    /** Changes a field here, as somebody who looked just now. */
    EventKey edit(ProductField field, String value) {
        ProductDraft draft = draft();
        EventKey key = edits().change(
                        draft, ProductField.with(draft.product(), Map.of(field, Optional.of(value))), "Ada")
                .orElseThrow();
        awaitRead();
        return key;
    }

    /** Right after a start, events are read in the background. */
    void awaitRead() {
        Await.until("all events are read", () -> till.store()
                .read(transaction -> transaction.number(
                                "SELECT count(*) FROM outbox WHERE copy = 0 AND type IN ('product_edit', 'discard')"
                                        + " AND id > (SELECT position FROM event_readers WHERE name = 'catalog')")
                        == 0));
    }

    void arrives(Event ofNeighbour) {
        till.service(BranchEvents.class).store(List.of(ofNeighbour));
    }

    /** The cloud receives all that this till has written, oldest first. */
    void push() {
        for (OutboxEntry entry : till.outbox().entries(List.of(OutboxEntry.State.PENDING), 1_000)) {
            receive(entry.event());
        }
    }

    void receive(Event event) {
        if (event.type().equals(EventType.PRODUCT_EDIT)) {
            cloud.receive(event.terminalId(), read(event));
        }
    }

    static ProductEdit read(Event event) {
        return Json.read(event.payload(), ProductEdit.class);
    }

    Product sold() {
        return catalog().find("P").orElseThrow();
    }

    long pendingEdits() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM product_edits"));
    }

    long overlays() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM product_overlays"));
    }
}
