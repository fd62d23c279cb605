package outpost.protocol.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.values.HlcStamp;
import outpost.values.Quantity;

class StockPayloadTest {
    private static final HlcStamp STAMP = new HlcStamp(1_000, 2);

    @Test
    void theJsonIsReadBackWithKindsThatThisVersionDoesNotKnow() {
        StockPayload stock = document(
                new StockPayload.Line("P1", StockKind.COUNT, 1_500, Optional.of("monthly"), Optional.empty()),
                new StockPayload.Line(
                        "P2", new StockKind("to_production"), -2_000, Optional.empty(), Optional.empty()));

        assertEquals(stock, Json.read(Json.write(stock), StockPayload.class));
        assertTrue(Json.write(stock).contains("\"kind\":\"count\",\"quantityMilli\":1500"), Json.write(stock));
    }

    @Test
    void aQuantityThatItsKindCannotHaveIsRefused() {
        for (Wrong wrong : List.of(
                new Wrong(StockKind.COUNT, -1),
                new Wrong(StockKind.RECEIPT, -1),
                new Wrong(StockKind.WASTE, 1),
                new Wrong(StockKind.CORRECTION, 0),
                new Wrong(StockKind.TRANSFER, StockMovement.MOST.milli() + 1),
                new Wrong(StockKind.TRANSFER, Long.MIN_VALUE),
                new Wrong(StockKind.SALE, -1))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new StockPayload.Line("P1", wrong.kind(), new Quantity(wrong.milli())),
                    wrong.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> document());
    }

    @Test
    void aDocumentMovesEachOfItsLinesInOrder() {
        StockPayload stock = document(
                new StockPayload.Line("P1", StockKind.RECEIPT, Quantity.of(6)),
                new StockPayload.Line("P1", StockKind.WASTE, Quantity.of(-1)));

        List<StockMovement> movements = StockMovement.of(STAMP, stock);

        assertEquals(
                List.of(
                        new StockMovement(
                                new Moment(STAMP, stock.stockId(), 1), "P1", StockKind.RECEIPT, Quantity.of(6)),
                        new StockMovement(
                                new Moment(STAMP, stock.stockId(), 2), "P1", StockKind.WASTE, Quantity.of(-1))),
                movements);
        assertEquals(Quantity.of(5), StockLevel.of(movements).quantity());
    }

    @Test
    void aSaleTakesOffItsProductsAndWhatComesBackIsAdded() {
        SalePayload sale = sale(line(1, Optional.of("P1"), 2_000), line(2, Optional.of("P2"), -1_500));

        assertEquals(
                List.of(
                        new StockMovement(new Moment(STAMP, sale.saleId(), 1), "P1", StockKind.SALE, Quantity.of(-2)),
                        new StockMovement(
                                new Moment(STAMP, sale.saleId(), 2), "P2", StockKind.SALE, new Quantity(1_500))),
                StockMovement.of(STAMP, sale));
    }

    @Test
    void anOpenItemAndAQuantityThatNoGoodsHaveMoveNothing() {
        SalePayload sale =
                sale(line(1, Optional.empty(), 2_000), line(2, Optional.of("P2"), StockMovement.MOST.milli() + 1));

        assertEquals(List.of(), StockMovement.of(STAMP, sale));
    }

    @Test
    void anExerciseMovesNothing() {
        ObjectNode json = Json.mapper().valueToTree(sale(line(1, Optional.of("P1"), 1_000)));
        json.put("training", true);

        assertEquals(List.of(), StockMovement.of(STAMP, Json.read(json.toString(), SalePayload.class)));
    }

    private record Wrong(StockKind kind, long milli) {}

    private static StockPayload document(StockPayload.Line... lines) {
        return new StockPayload(new UUID(1, 2), "Cashier 1", Optional.of("DN-7"), List.of(lines));
    }

    private static SaleLine line(int number, Optional<String> product, long milli) {
        return new SaleLine(number, product, "code", "Name", milli, 0, 0, "standard", 200_000);
    }

    private static SalePayload sale(SaleLine... lines) {
        List<SaleLine> all = List.of(lines);
        return new SalePayload(
                new UUID(3, 4),
                "R-1",
                Optional.empty(),
                "GBP",
                "Cashier 1",
                all,
                SaleTax.of("GBP", all),
                List.of(new SaleTender(SaleTender.CASH, 0, 0, 0)),
                0);
    }
}
