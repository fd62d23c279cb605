package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.Event;
import outpost.values.EventKey;

/** Events of the ledger as they were signed, whether they are packed or not, on the picture of one transaction. */
public final class StoredEvents {
    private final Sql sql;
    private final Map<EventKey, Event> unpacked = new HashMap<>();

    public StoredEvents(EntityManager em) {
        this.sql = new Sql(em);
    }

    /** That row's event; neighbours that were asked for before are not unpacked again. */
    public Event of(LedgerEvent row) {
        return row.event().orElseGet(() -> {
            if (!unpacked.containsKey(row.key())) {
                unpack(row);
            }
            Event event = unpacked.get(row.key());
            if (event == null || !event.hash().equals(row.hash())) {
                throw new IllegalStateException("Event " + row.key() + " is neither in the ledger nor packed");
            }
            return event;
        });
    }

    private void unpack(LedgerEvent row) {
        List<byte[]> pages = sql.rows(
                page -> page.getBytes(1),
                "SELECT content FROM event_page WHERE tenant_id = ? AND terminal_id = ? AND pos_id = ? AND last_event_id >= ?"
                        + " ORDER BY last_event_id LIMIT 1",
                row.tenantId(),
                row.terminalId(),
                row.posId(),
                row.localEventId());
        // One page at a time: rows are read in the order of their numbers, and memory does not grow with a journal.
        unpacked.clear();
        pages.forEach(page -> EventPage.unpack(page).forEach(event -> unpacked.put(event.key(), event)));
    }
}
