package outpost.reconcile.ui.internal.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductField;
import outpost.protocol.reconcile.RowChange;
import outpost.reconcile.ui.internal.words.FieldWords;

/**
 * A row of the catalog that differs, in a manager's words.
 *
 * @param name of the product, or the id of what is none
 * @param key where it is found at the cloud
 * @param change what is to become of it
 * @param keeps whether a change of this branch stays over it
 * @param row both sides of it
 */
record PlannedRow(String name, String key, String change, boolean keeps, RowChange row) {
    /** @param edited whether this branch has changed it, which stays */
    static PlannedRow of(RowChange change, boolean edited, ComparisonMessages messages) {
        return new PlannedRow(
                name(change.cloud()).or(() -> name(change.own())).orElse(change.id()),
                change.type() + " " + change.id(),
                switch (change.kind()) {
                    case ADD -> messages.rowAdded();
                    case REPLACE -> messages.rowReplaced();
                    case REMOVE -> messages.rowRemoved();
                },
                edited,
                change);
    }

    /** A field as it is here and as it is at the cloud; empty where there is none. */
    record Difference(String field, String here, String cloud) {}

    /** The fields in which the rows differ, or all of the one that there is; empty for what is no product. */
    List<Difference> differences(FieldWords words) {
        Optional<ProductBody> here = product(row.own());
        Optional<ProductBody> cloud = product(row.cloud());
        return Arrays.stream(ProductField.values())
                .map(field -> new Difference(
                        words.name(field),
                        here.map(body -> words.value(field, field.value(body))).orElse(""),
                        cloud.map(body -> words.value(field, field.value(body))).orElse("")))
                .filter(difference -> !difference.here().equals(difference.cloud()))
                .toList();
    }

    private static Optional<String> name(Optional<Entity> row) {
        return product(row).map(ProductBody::name);
    }

    private static Optional<ProductBody> product(Optional<Entity> row) {
        return row.filter(present -> present.type().equals(Entity.PRODUCT))
                .flatMap(Entity::body)
                .flatMap(PlannedRow::product);
    }

    /** A damaged row may be here for the very reason that it cannot be read. */
    private static Optional<ProductBody> product(String body) {
        try {
            return Optional.of(Json.read(body, ProductBody.class));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
