package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import outpost.cloud.internal.entity.StockDocument;
import outpost.cloud.internal.entity.StockRow;
import outpost.cloud.internal.store.KeyedRows;
import outpost.protocol.Event;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/**
 * What the accepted events have moved. Movements are only added, each by its own key: tills of one branch that sell the same product at once do not wait for each
 * other, as they would at a level that each of them changes.
 */
final class StockBook {
    private static final KeyedRows DOCUMENTS = new KeyedRows("stock_document", "stock_id", "VARCHAR");

    private final EntityManager em;
    private final String tenantId;
    private final Map<UUID, EventKey> documents = new HashMap<>();
    private final List<StockDocument> newDocuments = new ArrayList<>();
    private final List<StockRow> rows = new ArrayList<>();

    StockBook(EntityManager em, TenantId tenant) {
        this.em = em;
        this.tenantId = tenant.value();
    }

    /** Reads which of these stock documents have arrived. */
    void look(Collection<UUID> stockIds) {
        DOCUMENTS.find(
                em,
                "r.stock_id, r.terminal_id, r.pos_id, r.local_event_id",
                Map.of("tenant_id", tenantId),
                stockIds.stream().map(UUID::toString).toList(),
                row -> documents.put(
                        UUID.fromString(row.getString(1)),
                        new EventKey(new TerminalId(row.getString(2)), new PosId(row.getString(3)), row.getLong(4))));
    }

    /** The event that brought that document. */
    Optional<EventKey> eventOf(UUID stockId) {
        return Optional.ofNullable(documents.get(stockId));
    }

    /** Takes what an event that was accepted has moved. */
    void add(Event event, Content content) {
        content.ofStock().ifPresent(stock -> {
            documents.put(stock.stockId(), event.key());
            newDocuments.add(new StockDocument(tenantId, stock.stockId(), event.key()));
        });
        content.movements(event).stream()
                .map(movement -> new StockRow(tenantId, event.branchId().value(), movement))
                .forEach(rows::add);
    }

    /** Writes what was added; the events are in the ledger. */
    void store() {
        newDocuments.forEach(em::persist);
        em.flush();
        rows.forEach(em::persist);
        em.flush();
    }
}
