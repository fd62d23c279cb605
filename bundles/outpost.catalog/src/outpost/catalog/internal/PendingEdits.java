package outpost.catalog.internal;

import java.util.List;
import outpost.catalog.PastEdit;
import outpost.protocol.Entity;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductVersions;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.TerminalId;

/** The branch's edits that the cloud's rows do not contain yet, within one transaction. */
final class PendingEdits {
    private final Transaction transaction;

    PendingEdits(Transaction transaction) {
        this.transaction = transaction;
    }

    private record Pending(ProductEdit edit, TerminalId terminal) {
        static Pending of(Row row) {
            return new Pending(Json.read(row.text("edit"), ProductEdit.class), new TerminalId(row.text("terminal_id")));
        }
    }

    boolean areAny() {
        return transaction.number("SELECT EXISTS (SELECT 1 FROM product_edits)") != 0;
    }

    /** Keeps an edit; one that is here already may come again under another event's key. */
    void add(EventKey event, ProductEdit edit) {
        transaction.update(
                "INSERT INTO product_edits (actor, n, product, terminal_id, pos_id, local_event_id, edit)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (actor, n)"
                        + " DO UPDATE SET pos_id = excluded.pos_id, local_event_id = excluded.local_event_id",
                edit.dot().actor(),
                edit.dot().n(),
                edit.productId(),
                event.terminalId().value(),
                event.posId().value(),
                event.localEventId(),
                Json.write(edit));
    }

    /** Notes for people who changed what; the same edit under another event's key is no other one. */
    void remember(EventKey event, ProductEdit edit) {
        transaction.update(
                "INSERT INTO product_history (product, stamp, terminal_id, edited_by, changes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                edit.productId(),
                edit.at().toString(),
                event.terminalId().value(),
                edit.by(),
                Json.write(edit.changes()));
    }

    /** What was changed of a product, the newest first. */
    List<PastEdit> history(String productId, int limit) {
        return transaction.query(
                "SELECT * FROM product_history WHERE product = ? ORDER BY stamp DESC LIMIT ?",
                row -> new PastEdit(
                        HlcStamp.parse(row.text("stamp")),
                        new TerminalId(row.text("terminal_id")),
                        row.text("edited_by"),
                        List.of(Json.read(row.text("changes"), ProductEdit.Change[].class))),
                productId,
                limit);
    }

    /** Forgets the edit that an event brought, and answers of which product it was. */
    List<String> withdraw(String posId, long localEventId) {
        List<String> products = transaction.query(
                "SELECT product FROM product_edits WHERE pos_id = ? AND local_event_id = ?",
                row -> row.text("product"),
                posId,
                localEventId);
        transaction.update("DELETE FROM product_edits WHERE pos_id = ? AND local_event_id = ?", posId, localEventId);
        return products;
    }

    /** Those of these products of which there are edits. */
    List<String> among(List<String> productIds) {
        return transaction.query(
                "SELECT DISTINCT p.product FROM json_each(?) AS wanted"
                        + " CROSS JOIN product_edits AS p ON p.product = wanted.value",
                row -> row.text("product"),
                Json.write(productIds));
    }

    private ProductVersions atCloud(String productId) {
        return transaction
                .first(
                        "SELECT body FROM catalog_entities WHERE type = ? AND id = ?",
                        row -> row.text("body"),
                        Entity.PRODUCT_VERSIONS,
                        productId)
                .flatMap(body -> Bodies.read(Entity.PRODUCT_VERSIONS, productId, body, ProductVersions.class))
                .orElse(ProductVersions.NONE);
    }

    /** The cloud's knowledge with all of the branch's edits of that product. */
    ProductVersions merged(String productId) {
        ProductVersions merged = atCloud(productId);
        for (Pending pending : of(productId)) {
            merged = merged.merge(pending.edit().versions(pending.terminal()));
        }
        return merged;
    }

    /** Forgets the edits of a product that the cloud has dealt with. */
    void forgetKnown(String productId) {
        ProductVersions cloud = atCloud(productId);
        for (Pending pending : of(productId)) {
            ProductEdit edit = pending.edit();
            if (edit.changes().stream()
                    .map(change -> cloud.field(change.field()).orElse(FieldState.EMPTY))
                    .allMatch(state -> state.seen().covers(edit.dot()))) {
                transaction.update(
                        "DELETE FROM product_edits WHERE actor = ? AND n = ?",
                        edit.dot().actor(),
                        edit.dot().n());
            }
        }
    }

    private List<Pending> of(String productId) {
        return transaction.query(
                "SELECT edit, terminal_id FROM product_edits WHERE product = ? ORDER BY actor, n",
                Pending::of,
                productId);
    }
}
