package outpost.cloud.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.cloud.internal.catalog.AuditTrail.Outcome;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.catalog.Origins.Origin;
import outpost.protocol.Entity;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;

/** What administrators and imports change in products: edits that have seen all that is at the cloud. Used for one call. */
final class CloudChanges {
    private static final String ADMINISTRATOR = "administrator";

    private final VersionRows versions;
    private final AuditTrail audit;
    private final List<Edited> edited = new ArrayList<>();

    /** A change of a product that branches have edited. */
    private record Edited(String id, ProductBody before, Map<ProductField, Optional<String>> values, Origin origin) {}

    CloudChanges(VersionRows versions, AuditTrail audit) {
        this.versions = versions;
        this.audit = audit;
    }

    /** Remembers the change, and answers where the fields then come from. */
    Origins note(Optional<Row> before, Entity after, Origin origin) {
        if (before.isEmpty() || !after.type().equals(Entity.PRODUCT)) {
            return Origins.UNCHANGED;
        }
        Origins origins = before.get().origins();
        if (before.get().entity().deleted()) {
            return origins.bornAgain(origin);
        }
        ProductBody was = body(before.get().entity());
        Map<ProductField, Optional<String>> values = ProductField.differences(was, body(after));
        if (origins.edited() && !values.isEmpty()) {
            edited.add(new Edited(after.id(), was, values, origin));
        }
        return origins.changed(values.keySet(), origin);
    }

    /** Stores what follows for the products that branches have edited. */
    void store() {
        for (Edited change : edited) {
            ProductVersions known = versions.of(change.id());
            ProductVersions after = known;
            for (ProductField field : known.fields().keySet()) {
                if (change.values().containsKey(field)) {
                    Sibling sibling = change.origin().sibling(change.values().get(field));
                    FieldState state = known.field(field).orElseThrow();
                    after = after.with(field, state.written(sibling));
                    audit.note(
                            change.id(), field, sibling, ADMINISTRATOR, Outcome.APPLIED, field.value(change.before()));
                }
            }
            if (!after.equals(known)) {
                versions.store(change.id(), after);
            }
        }
    }

    /** What is left of a product's fields when it is deleted: no value, and all that was seen. */
    static ProductVersions deleted(ProductVersions known) {
        ProductVersions after = known;
        for (ProductField field : known.fields().keySet()) {
            after = after.with(field, known.field(field).orElseThrow().cleared());
        }
        return after;
    }

    private static ProductBody body(Entity product) {
        return Json.read(product.body().orElseThrow(), ProductBody.class);
    }
}
