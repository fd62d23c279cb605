package outpost.protocol.stock;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import outpost.protocol.Limits;
import outpost.values.Quantity;

/**
 * Goods that moved without being sold: a delivery, a count, what went to waste. The payload of {@link outpost.protocol.EventType#STOCK}.
 *
 * @param stockId names the document for ever, made before the first write
 * @param by who entered it, by the name that receipts show
 * @param reference another system's number, for example the delivery note's
 * @param lines in the order of entry, at most {@link Limits#LINES_PER_SALE}
 */
public record StockPayload(UUID stockId, String by, Optional<String> reference, List<Line> lines) {
    public StockPayload {
        Objects.requireNonNull(stockId, "stockId");
        Limits.requireText("by", by, 1, Limits.NAME_CHARS);
        Limits.requireText("reference", reference, 1, Limits.CODE_CHARS);
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > Limits.LINES_PER_SALE) {
            throw new IllegalArgumentException(
                    "lines has " + lines.size() + " entries, must be 1 to " + Limits.LINES_PER_SALE);
        }
    }

    /**
     * One product that moved.
     *
     * @param quantityMilli thousandths of a unit: what was added, negative for what was taken off; of a count what is there, not negative. A receipt adds, waste
     *     takes off
     * @param reason one of the shop's reasons
     */
    public record Line(
            String productId, StockKind kind, long quantityMilli, Optional<String> reason, Optional<String> note) {
        public Line {
            Limits.requireText("productId", productId, 1, Limits.CODE_CHARS);
            Objects.requireNonNull(kind, "kind");
            Limits.requireText("reason", reason, 1, Limits.NAME_CHARS);
            Limits.requireText("note", note, 1, Limits.NOTE_CHARS);
            if (kind.equals(StockKind.SALE)) {
                throw new IllegalArgumentException("kind is sale, which only a sale tells");
            }
            if (!StockMovement.isGoods(quantityMilli) || !fits(kind, quantityMilli)) {
                throw new IllegalArgumentException(
                        "quantityMilli is " + quantityMilli + ", which is no quantity of a " + kind);
            }
        }

        public Line(String productId, StockKind kind, Quantity quantity) {
            this(productId, kind, quantity.milli(), Optional.empty(), Optional.empty());
        }

        private static boolean fits(StockKind kind, long milli) {
            if (kind.equals(StockKind.COUNT)) {
                return milli >= 0;
            }
            boolean backwards =
                    kind.equals(StockKind.RECEIPT) && milli < 0 || kind.equals(StockKind.WASTE) && milli > 0;
            return milli != 0 && !backwards;
        }
    }
}
