package outpost.reconcile.ui.internal;

import java.util.Optional;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductBody;
import outpost.protocol.reconcile.RowChange;

/**
 * A row of the catalog that differs, in a manager's words.
 *
 * @param name of the product, or the id of what is none
 * @param key where it is found at the cloud
 * @param change what is to become of it
 */
record PlannedRow(String name, String key, String change) {
    static PlannedRow of(RowChange change, QueueMessages messages) {
        return new PlannedRow(
                name(change.cloud()).or(() -> name(change.own())).orElse(change.id()),
                change.type() + " " + change.id(),
                switch (change.kind()) {
                    case ADD -> messages.rowAdded();
                    case REPLACE -> messages.rowReplaced();
                    case REMOVE -> messages.rowRemoved();
                });
    }

    private static Optional<String> name(Optional<Entity> row) {
        return row.filter(present -> present.type().equals(Entity.PRODUCT))
                .flatMap(Entity::body)
                .flatMap(PlannedRow::name);
    }

    /** A damaged row may be here for the very reason that it cannot be read. */
    private static Optional<String> name(String body) {
        try {
            return Optional.of(Json.read(body, ProductBody.class).name());
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
