package outpost.inventory.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outpost.inventory.Inventory.Low;
import outpost.inventory.Moved;
import outpost.protocol.Json;
import outpost.protocol.stock.Moment;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockMovement;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.Quantity;
import outpost.values.TerminalId;

/** The tables of the stock within one transaction. */
final class StockRows {
    private final Transaction transaction;

    StockRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Takes a movement in, unless it is here already: an event may come again under another key. */
    void add(Moved moved) {
        StockMovement movement = moved.movement();
        if (insert(moved)) {
            save(
                    movement.productId(),
                    level(movement.productId()).plus(movement, after -> movedAfter(movement.productId(), after)));
        }
    }

    Map<String, StockLevel> levels(Collection<String> productIds) {
        Map<String, StockLevel> levels = new TreeMap<>();
        productIds.forEach(product -> levels.put(product, StockLevel.NONE));
        transaction
                .query(
                        "SELECT l.* FROM json_each(?) AS asked CROSS JOIN stock_levels AS l ON l.product_id = asked.value",
                        StockRows::low,
                        Json.write(levels.keySet()))
                .forEach(known -> levels.put(known.productId(), known.level()));
        return Map.copyOf(levels);
    }

    List<Low> low(Quantity atMost, int limit) {
        return transaction.query(
                "SELECT * FROM stock_levels WHERE quantity_milli <= ? ORDER BY quantity_milli, product_id LIMIT ?",
                StockRows::low,
                atMost.milli(),
                limit);
    }

    List<Moved> history(String productId, int limit) {
        return transaction.query(
                "SELECT * FROM stock_movements WHERE product_id = ? ORDER BY moment DESC LIMIT ?",
                StockRows::moved,
                productId,
                limit);
    }

    private StockLevel level(String productId) {
        return transaction
                .first("SELECT * FROM stock_levels WHERE product_id = ?", StockRows::low, productId)
                .map(Low::level)
                .orElse(StockLevel.NONE);
    }

    private Quantity movedAfter(String productId, Moment moment) {
        return new Quantity(transaction.number(
                "SELECT COALESCE(SUM(quantity_milli), 0) FROM stock_movements"
                        + " WHERE product_id = ? AND moment > ? AND kind <> ?",
                productId,
                moment.toString(),
                StockKind.COUNT.wireName()));
    }

    private boolean insert(Moved moved) {
        StockMovement movement = moved.movement();
        return transaction.update(
                        "INSERT INTO stock_movements (product_id, moment, kind, quantity_milli, terminal_id, entered_by, reference, reason, note)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        movement.productId(),
                        movement.at().toString(),
                        movement.kind().wireName(),
                        movement.quantity().milli(),
                        moved.lane().value(),
                        moved.by(),
                        moved.reference(),
                        moved.reason(),
                        moved.note())
                > 0;
    }

    private void save(String productId, StockLevel level) {
        transaction.update(
                "INSERT INTO stock_levels (product_id, counted, quantity_milli) VALUES (?, ?, ?)"
                        + " ON CONFLICT (product_id) DO UPDATE SET counted = excluded.counted, quantity_milli = excluded.quantity_milli",
                productId,
                level.counted().map(Moment::toString),
                level.quantity().milli());
    }

    private static Low low(Row row) {
        Optional<Moment> counted = row.optionalText("counted").map(Moment::parse);
        return new Low(row.text("product_id"), new StockLevel(counted, new Quantity(row.number("quantity_milli"))));
    }

    private static Moved moved(Row row) {
        StockMovement movement = new StockMovement(
                Moment.parse(row.text("moment")),
                row.text("product_id"),
                new StockKind(row.text("kind")),
                new Quantity(row.number("quantity_milli")));
        return new Moved(
                movement,
                new TerminalId(row.text("terminal_id")),
                row.text("entered_by"),
                row.optionalText("reference"),
                row.optionalText("reason"),
                row.optionalText("note"));
    }
}
