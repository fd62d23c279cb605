package outpost.protocol.stock;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.protocol.Limits;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.values.HlcStamp;
import outpost.values.Quantity;

/**
 * One movement of one product.
 *
 * @param at its place in the order of all movements; two movements of a branch never have the same
 * @param quantity what it adds to the stock, negative for what it takes off; of a {@linkplain StockKind#COUNT count} what is there
 */
public record StockMovement(Moment at, String productId, StockKind kind, Quantity quantity) {
    /** Beyond a billion units either way a number is no quantity of goods, and sums of such might not be kept. */
    static final Quantity MOST = Quantity.of(1_000_000_000);

    public StockMovement {
        Objects.requireNonNull(at, "at");
        Limits.requireText("productId", productId, 1, Limits.CODE_CHARS);
        Objects.requireNonNull(kind, "kind");
        if (!isGoods(quantity.milli())) {
            throw new IllegalArgumentException(
                    "quantity is " + quantity + ", must be at most " + MOST + " units either way");
        }
    }

    /**
     * What a sale or refund moved: its lines with a product. An exercise moves nothing, and neither does a line of a quantity that no goods have.
     *
     * @param stamp the event's
     */
    public static List<StockMovement> of(HlcStamp stamp, SalePayload sale) {
        return sale.counts()
                ? sale.lines().stream()
                        .flatMap(line -> of(stamp, sale, line).stream())
                        .toList()
                : List.of();
    }

    /**
     * What a stock document says that was moved.
     *
     * @param stamp the event's
     */
    public static List<StockMovement> of(HlcStamp stamp, StockPayload stock) {
        return Stream.iterate(1, line -> line <= stock.lines().size(), line -> line + 1)
                .map(line -> {
                    StockPayload.Line moved = stock.lines().get(line - 1);
                    return new StockMovement(
                            new Moment(stamp, stock.stockId(), line),
                            moved.productId(),
                            moved.kind(),
                            new Quantity(moved.quantityMilli()));
                })
                .toList();
    }

    public boolean isCount() {
        return kind.equals(StockKind.COUNT);
    }

    static boolean isGoods(long milli) {
        return milli >= -MOST.milli() && milli <= MOST.milli();
    }

    private static Optional<StockMovement> of(HlcStamp stamp, SalePayload sale, SaleLine line) {
        return line.productId()
                .filter(product -> isGoods(line.quantityMilli()))
                .map(product -> new StockMovement(
                        new Moment(stamp, sale.saleId(), line.lineNo()),
                        product,
                        StockKind.SALE,
                        new Quantity(line.quantityMilli()).negated()));
    }
}
