package outpost.cloud.internal.sync;

import java.util.List;
import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.SalePayload;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;

/** An event and what it tells. */
record Told(Event event, Content content) {
    Optional<SalePayload> sale() {
        return content.ofSale();
    }

    Optional<StockPayload> stock() {
        return content.ofStock();
    }

    List<StockMovement> movements() {
        return content.movements(event);
    }

    Optional<Link> link() {
        return content.link(event);
    }
}
