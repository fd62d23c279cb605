package outpost.cloud.internal.sync;

import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.SalePayload;

/** An event and what it tells. */
record Told(Event event, Content content) {
    Optional<SalePayload> sale() {
        return content.ofSale();
    }

    Optional<Link> link() {
        return content.link(event);
    }
}
