package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.catalog.PastEdit;
import outpost.catalog.ProductDraft;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Entity;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductEdit.Change;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Dot;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TaxRate;
import outpost.values.VersionVector;

/** Turns what a person changes into an event; the reader of events brings it into the catalog within the same transaction. */
@Component(immediate = true)
public final class BranchEdits implements CatalogEdits {
    private static final int MOST_HISTORY = 500;

    private final Store store;
    private final Outbox outbox;
    private final Terminal terminal;
    private final BranchTime time;

    /** @param catalog has made the tables that this reads */
    @Activate
    public BranchEdits(
            @Reference Catalog catalog,
            @Reference Store store,
            @Reference Outbox outbox,
            @Reference Terminal terminal,
            @Reference BranchTime time) {
        this.store = store;
        this.outbox = outbox;
        this.terminal = terminal;
        this.time = time;
    }

    @Override
    public Optional<ProductDraft> open(String productId) {
        return store.read(transaction -> stored(transaction, productId)
                .flatMap(row -> Bodies.read(Entity.PRODUCT, productId, row.body(), ProductBody.class)
                        .map(product -> draft(transaction, productId, row.seq(), product))));
    }

    @Override
    public Optional<EventKey> change(ProductDraft draft, ProductBody wanted, String by) {
        List<Change> changes = new ArrayList<>();
        ProductField.differences(draft.product(), wanted)
                .forEach((field, value) -> changes.add(new Change(field, value, draft.seen(field))));
        return changes.isEmpty()
                ? Optional.empty()
                : store.write(transaction -> {
                    requireTaxRate(transaction, draft, wanted);
                    return Optional.of(append(transaction, draft.productId(), changes, by));
                });
    }

    @Override
    public List<PastEdit> history(String productId, int limit) {
        if (limit < 1 || limit > MOST_HISTORY) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MOST_HISTORY);
        }
        return store.read(transaction -> new PendingEdits(transaction).history(productId, limit));
    }

    @Override
    public List<ProductConflict> conflicts() {
        return store.read(transaction -> transaction.query(
                "SELECT conflict FROM sync_conflicts ORDER BY product, field",
                row -> Json.read(row.text("conflict"), ProductConflict.class)));
    }

    @Override
    public Optional<EventKey> decide(ProductConflict conflict, Optional<String> value, String by) {
        conflict.field().requireValue(value);
        return store.write(transaction -> {
            String productId = conflict.productId();
            Optional<StoredProduct> row = stored(transaction, productId);
            boolean open = transaction.number("SELECT count(*) FROM sync_conflicts WHERE id = ?", conflict.id()) > 0;
            if (!open || row.isEmpty()) {
                return Optional.empty();
            }
            if (conflict.field() == ProductField.TAX_RATE) {
                requireTaxRate(transaction, value.map(json -> Json.read(json, String.class)));
            }
            VersionVector seen = conflict.seen().join(ofTheCloud(row.get().seq()));
            return Optional.of(append(transaction, productId, List.of(new Change(conflict.field(), value, seen)), by));
        });
    }

    private EventKey append(Transaction transaction, String productId, List<Change> changes, String by) {
        PosId actor = terminal.identity()
                .orElseThrow(() -> new IllegalStateException("this till is not enrolled"))
                .posId();
        ProductEdit edit = new ProductEdit(productId, actor, time.next(), by, changes);
        return outbox.append(transaction, EventType.PRODUCT_EDIT, Json.write(edit));
    }

    /** The cloud's row, and all that is known of the fields beside it. */
    private static ProductDraft draft(Transaction transaction, String productId, long seq, ProductBody product) {
        ProductVersions merged = new PendingEdits(transaction).merged(productId);
        Map<ProductField, VersionVector> seen = new EnumMap<>(ProductField.class);
        merged.fields().forEach((field, state) -> seen.put(field, state.seen()));
        return new ProductDraft(productId, merged.over(product), seen, ofTheCloud(seq));
    }

    private static Optional<StoredProduct> stored(Transaction transaction, String productId) {
        return transaction.first(
                "SELECT seq, body FROM catalog_entities WHERE type = ? AND id = ?",
                row -> new StoredProduct(row.number("seq"), row.text("body")),
                Entity.PRODUCT,
                productId);
    }

    private record StoredProduct(long seq, String body) {}

    private static VersionVector ofTheCloud(long seq) {
        return VersionVector.of(new Dot(Sibling.CLOUD, seq));
    }

    private static void requireTaxRate(Transaction transaction, ProductDraft draft, ProductBody wanted) {
        if (!wanted.taxRateId().equals(draft.product().taxRateId())) {
            requireTaxRate(transaction, wanted.taxRateId());
        }
    }

    private static void requireTaxRate(Transaction transaction, Optional<String> id) {
        if (id.isPresent()
                && new ShopReader(transaction)
                        .taxRates().stream().map(TaxRate::id).noneMatch(id.get()::equals)) {
            throw new IllegalArgumentException("there is no tax rate '" + id.get() + "'");
        }
    }
}
