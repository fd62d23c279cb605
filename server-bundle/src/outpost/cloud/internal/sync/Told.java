package outpost.cloud.internal.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The files that it concerns: its own, that of the journal which it continues, and that of the event which it says is given up. */
    Stream<StreamId> streams() {
        Stream<StreamId> others = content instanceof Content.GivenUp given
                ? Stream.of(new StreamId(event.terminalId(), given.discard().posId()))
                : link().map(Link::stream).stream();
        return Stream.concat(Stream.of(StreamId.of(event.key())), others).distinct();
    }

    Optional<Link> link() {
        return content.link(event);
    }
}
