package outpost.catalog.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.catalog.Catalog;
import outpost.outbox.EventReader;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductEdit;
import outpost.store.Transaction;

/** Brings what this till and its neighbours change of products into what is sold here, in the transaction that stores the event. */
@Component(immediate = true)
public final class EditReader implements EventReader {
    /** @param catalog has made the tables that this writes */
    @Activate
    public EditReader(@Reference Catalog catalog) {
        // Nothing to keep: what it needs is in the transaction.
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.PRODUCT_EDIT, EventType.DISCARD);
    }

    @Override
    public void read(Transaction transaction, Event event, boolean own) {
        new Overlays(transaction).refresh(products(transaction, event));
    }

    private static List<String> products(Transaction transaction, Event event) {
        PendingEdits edits = new PendingEdits(transaction);
        if (event.type().equals(EventType.DISCARD)) {
            DiscardPayload discarded = Json.read(event.payload(), DiscardPayload.class);
            return edits.withdraw(discarded.posId().value(), discarded.localEventId());
        }
        ProductEdit edit = Json.read(event.payload(), ProductEdit.class);
        edits.add(event.key(), edit);
        edits.remember(event.key(), edit);
        return List.of(edit.productId());
    }
}
