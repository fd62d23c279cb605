package outpost.cloud.internal.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import outpost.cloud.internal.catalog.AuditTrail.Outcome;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.protocol.Entity;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductEdit.Change;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;
import outpost.values.TerminalId;

/**
 * Merges one branch's edit of a product with all that the cloud knows. Whatever becomes of it, it is among what was seen afterwards: by that the tills learn
 * that it is dealt with.
 */
final class BranchMerge {
    private final CatalogEdit catalog;
    private final ProductEdit edit;
    private final TerminalId terminal;
    private final Optional<Row> row;
    private final Optional<ProductBody> product;
    private final ProductVersions known;

    BranchMerge(CatalogEdit catalog, TerminalId terminal, ProductEdit edit) {
        this.catalog = catalog;
        this.edit = edit;
        this.terminal = terminal;
        this.row = catalog.row(Entity.PRODUCT, edit.productId());
        this.product = row.flatMap(there -> there.entity().body()).map(body -> Json.read(body, ProductBody.class));
        this.known = catalog.versions().of(edit.productId());
    }

    void run() {
        ProductVersions merged = known;
        Map<Change, Outcome> outcomes = new LinkedHashMap<>();
        for (Change change : edit.changes()) {
            FieldState after = before(change.field()).merge(edit.state(change, terminal));
            Outcome outcome = outcome(change, after);
            outcomes.put(change, outcome);
            merged = merged.with(change.field(), settled(change.field(), after, outcome));
        }
        boolean fits = VersionRows.fits(merged);
        outcomes.forEach((change, outcome) -> note(change, fits ? outcome : Outcome.REFUSED));
        if (fits && !merged.equals(known)) {
            store(merged);
        }
    }

    private void store(ProductVersions merged) {
        catalog.versions().store(edit.productId(), merged);
        row.ifPresent(there -> catalog.edited(there, product.map(merged::over)));
    }

    private FieldState settled(ProductField field, FieldState after, Outcome outcome) {
        return switch (outcome) {
            case GONE -> after.cleared();
                // The cloud writes its value once more, having seen the edit: so all tills come back to it.
            case REFUSED -> after.written(catalog.thisChange().sibling(standing(field)));
            default -> after;
        };
    }

    private FieldState before(ProductField field) {
        Optional<FieldState> state = known.field(field);
        if (product.isEmpty()) {
            return state.orElse(FieldState.EMPTY);
        }
        // A product that came back after it was deleted has the cloud's values again.
        return state.filter(there -> !there.siblings().isEmpty()).orElseGet(() -> {
            Origins origins = row.orElseThrow().origins();
            Sibling clouds = origins.sibling(field, standing(field));
            return FieldState.change(clouds, state.map(FieldState::seen).orElse(FieldState.EMPTY.seen()));
        });
    }

    private Optional<String> standing(ProductField field) {
        return product.flatMap(field::value);
    }

    private Outcome outcome(Change change, FieldState after) {
        if (product.isEmpty()) {
            return Outcome.GONE;
        }
        if (after.siblings().stream().noneMatch(sibling -> sibling.dot().equals(edit.dot()))) {
            return Outcome.REPLACED;
        }
        if (change.field() == ProductField.TAX_RATE && !catalog.hasTaxRate(change.value())) {
            return Outcome.REFUSED;
        }
        if (after.siblings().size() == 1) {
            return Outcome.APPLIED;
        }
        if (after.siblings().stream().map(Sibling::value).distinct().count() == 1) {
            return Outcome.AGREED;
        }
        if (after.isInConflict(change.field().policy())) {
            return Outcome.CONFLICT;
        }
        return after.standing(change.field().policy())
                        .filter(sibling -> sibling.dot().equals(edit.dot()))
                        .isPresent()
                ? Outcome.WON
                : Outcome.LOST;
    }

    private void note(Change change, Outcome outcome) {
        Sibling sibling = new Sibling(change.value(), edit.dot(), edit.at(), terminal.value());
        catalog.audit().note(edit.productId(), change.field(), sibling, edit.by(), outcome, standing(change.field()));
    }
}
