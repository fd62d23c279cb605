package outpost.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockPayload;
import outpost.values.Quantity;

/**
 * The stock of this branch, as far as this till has heard of it: its own sales, refunds and documents at once, its neighbours' as they arrive, with or without a
 * cloud. Products are known by their ids only; whoever shows names asks the catalog. Safe from any thread; every call reads the database, so not on the UI
 * thread.
 */
@ProviderType
public interface Inventory {
    /** The level of each of these products; {@link StockLevel#NONE} for one that never moved. */
    Map<String, StockLevel> levels(Collection<String> productIds);

    /**
     * Products that moved and of which there is at most so much, least first.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Low> low(Quantity atMost, int limit);

    /**
     * A product's movements, the latest first.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Moved> history(String productId, int limit);

    /**
     * Enters a delivery, a count, what went to waste or a correction: one event that goes to the other lanes and to the cloud. When this returns, it is on the
     * disk.
     *
     * @param by who did it, by the name that receipts show
     * @param reference another system's number, for example the delivery note's
     * @return the document's id
     * @throws IllegalArgumentException if a line or the document makes no sense; nothing was stored
     * @throws IllegalStateException if this till is not enrolled
     */
    UUID enter(String by, Optional<String> reference, List<StockPayload.Line> lines);

    /** A product of which there is little. */
    record Low(String productId, StockLevel level) {}
}
