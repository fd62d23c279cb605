package outpost.catalog.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sink.RowKey;
import outpost.store.Transaction;

/**
 * Keeps what is sold here in step with the cloud's rows and the branch's edits, within one transaction: where edits wait, or the branch has a price of its own, the
 * product as they make it lies over the cloud's row and in the indexes; where values contradict each other, a conflict.
 */
final class Overlays {
    private final Transaction transaction;
    private final PendingEdits edits;

    Overlays(Transaction transaction) {
        this.transaction = transaction;
        this.edits = new PendingEdits(transaction);
    }

    private record Stored(long entity, long seq, String body, long nameRow, boolean covered) {}

    /** Brings everything up to date, after a version that did not know of edits may have been at work. */
    void refreshAll() {
        refresh(transaction.query(
                "SELECT product FROM product_edits UNION SELECT product FROM sync_conflicts"
                        + " UNION SELECT e.id FROM product_overlays AS o CROSS JOIN catalog_entities AS e ON e.entity = o.entity",
                row -> row.text("product")));
    }

    /** Follows rows of the cloud that came, changed or went. */
    void changed(Collection<RowKey> rows) {
        Set<String> products = new LinkedHashSet<>(ids(rows, Entity.PRODUCT_VERSIONS));
        products.addAll(ids(rows, Entity.BRANCH_PRICE));
        if (transaction.number("SELECT EXISTS (SELECT 1 FROM catalog_entities WHERE type = ?)", Entity.BRANCH_PRICE)
                != 0) {
            products.addAll(priced(ids(rows, Entity.PRODUCT)));
        }
        if (edits.areAny()) {
            products.addAll(edits.among(ids(rows, Entity.PRODUCT)));
        }
        if (transaction.number("SELECT EXISTS (SELECT 1 FROM product_overlays)") != 0) {
            products.addAll(covered(ids(rows, Entity.PRODUCT)));
        }
        refresh(products);
    }

    /** Those of these products that something lies over: also where no edit waits, as what is known of edits may come before the row that they made. */
    private List<String> covered(List<String> productIds) {
        return transaction.query(
                "SELECT e.id FROM json_each(?) AS wanted CROSS JOIN catalog_entities AS e ON e.type = ? AND e.id = wanted.value"
                        + " JOIN product_overlays AS o ON o.entity = e.entity",
                row -> row.text("id"),
                Json.write(productIds),
                Entity.PRODUCT);
    }

    /** Those of these products that have a price of this branch's own: it comes before its product in a snapshot. */
    private List<String> priced(List<String> productIds) {
        return transaction.query(
                "SELECT e.id FROM json_each(?) AS wanted CROSS JOIN catalog_entities AS e ON e.type = ? AND e.id = wanted.value",
                row -> row.text("id"),
                Json.write(productIds),
                Entity.BRANCH_PRICE);
    }

    /** Follows changed edits of these products. */
    void refresh(Collection<String> productIds) {
        productIds.forEach(this::refresh);
    }

    private void refresh(String productId) {
        edits.forgetKnown(productId);
        ProductVersions merged = edits.merged(productId);
        keepConflicts(productId, merged.conflicts(productId));
        transaction
                .first(
                        "SELECT e.entity, e.seq, e.body, e.name_row, o.entity IS NOT NULL AS covered FROM catalog_entities AS e"
                                + " LEFT JOIN product_overlays AS o ON o.entity = e.entity WHERE e.type = ? AND e.id = ?",
                        row -> new Stored(
                                row.number("entity"),
                                row.number("seq"),
                                row.text("body"),
                                row.number("name_row"),
                                row.flag("covered")),
                        Entity.PRODUCT,
                        productId)
                .ifPresent(stored -> cover(productId, stored, merged));
    }

    private void cover(String productId, Stored stored, ProductVersions merged) {
        Optional<ProductBody> atCloud = Bodies.read(Entity.PRODUCT, productId, stored.body(), ProductBody.class);
        Optional<String> body = atCloud.map(product -> soldHere(productId, product, merged))
                .filter(sold -> !sold.equals(atCloud.get()))
                .map(Json::write);
        body.ifPresentOrElse(
                text -> transaction.update(
                        "INSERT INTO product_overlays (entity, body) VALUES (?, ?)"
                                + " ON CONFLICT (entity) DO UPDATE SET body = excluded.body",
                        stored.entity(),
                        text),
                () -> transaction.update("DELETE FROM product_overlays WHERE entity = ?", stored.entity()));
        if (stored.covered() || body.isPresent()) {
            index(productId, stored, body.orElse(stored.body()));
            transaction.update("UPDATE catalog_meta SET changes = changes + 1");
        }
    }

    /** The branch's own price wins over the product's, whoever changes that, until it is taken back at the cloud. */
    private ProductBody soldHere(String productId, ProductBody product, ProductVersions merged) {
        ProductBody edited = merged.over(product);
        return transaction
                .first(
                        "SELECT body FROM catalog_entities WHERE type = ? AND id = ?",
                        row -> row.text("body"),
                        Entity.BRANCH_PRICE,
                        productId)
                .flatMap(body -> Bodies.read(Entity.BRANCH_PRICE, productId, body, BranchPriceBody.class))
                .map(price -> edited.at(price.priceMinor()))
                .orElse(edited);
    }

    private void index(String productId, Stored stored, String body) {
        ProductIndex index = new ProductIndex(transaction);
        index.remove(Entity.PRODUCT, stored.entity(), stored.nameRow());
        long nameRow = index.add(
                stored.entity(), Incoming.of(new Entity(Entity.PRODUCT, productId, stored.seq(), Optional.of(body))));
        index.flushRemoved();
        transaction.update("UPDATE catalog_entities SET name_row = ? WHERE entity = ?", nameRow, stored.entity());
        index.flushAdded();
        index.flushNames();
    }

    private void keepConflicts(String productId, List<ProductConflict> conflicts) {
        transaction.update("DELETE FROM sync_conflicts WHERE product = ?", productId);
        for (ProductConflict conflict : conflicts) {
            transaction.update(
                    "INSERT INTO sync_conflicts (product, field, id, conflict) VALUES (?, ?, ?, ?)",
                    productId,
                    conflict.field().wireName(),
                    conflict.id(),
                    Json.write(conflict));
        }
    }

    private static List<String> ids(Collection<RowKey> rows, String type) {
        return rows.stream()
                .filter(row -> row.type().equals(type))
                .map(RowKey::id)
                .toList();
    }
}
