package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.entity.PaidTender;
import outpost.cloud.internal.entity.Sale;
import outpost.cloud.internal.entity.SoldLine;
import outpost.cloud.internal.store.KeyedRows;
import outpost.protocol.Event;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** The accepted events: what is there of a batch already, and what it adds. */
final class Ledger {
    private static final KeyedRows EVENTS = new KeyedRows("event_ledger", "local_event_id", "BIGINT");
    private static final KeyedRows SALES = new KeyedRows("sale", "sale_id", "VARCHAR");

    private final EntityManager em;
    private final Caller.Lane caller;
    private final String tenantId;
    private final long nowMillis;
    private final Map<EventKey, String> hashes = new HashMap<>();
    private final Map<UUID, EventKey> sales = new HashMap<>();
    private final List<Addition> additions = new ArrayList<>();

    private record Addition(Event event, Content content) {
        Optional<SalePayload> sale() {
            return content.ofSale();
        }
    }

    private record Stream(TerminalId terminal, PosId pos) {}

    Ledger(EntityManager em, Caller.Lane caller, long nowMillis) {
        this.em = em;
        this.caller = caller;
        this.tenantId = caller.tenant().value();
        this.nowMillis = nowMillis;
    }

    /** Reads what is stored under the keys and sales of these events. */
    void look(List<CheckedEvent> events) {
        events.stream()
                .map(CheckedEvent::key)
                .collect(Collectors.groupingBy(key -> new Stream(key.terminalId(), key.posId())))
                .forEach(this::lookAtStream);
        lookAtSales(events.stream()
                .flatMap(event -> event.content().orElseThrow().ofSale().stream())
                .map(sale -> sale.saleId().toString())
                .toList());
    }

    /** The hash that is stored, or was added, under that key. */
    Optional<String> hash(EventKey key) {
        return Optional.ofNullable(hashes.get(key));
    }

    /** The event that brought that sale. */
    Optional<EventKey> eventOfSale(UUID saleId) {
        return Optional.ofNullable(sales.get(saleId));
    }

    void add(Event event, Content content) {
        hashes.put(event.key(), event.hash());
        content.ofSale().ifPresent(sale -> sales.put(sale.saleId(), event.key()));
        additions.add(new Addition(event, content));
    }

    /** Writes what was added, table by table, so that each table's rows go out as one JDBC batch; says which events they are. */
    List<EventKey> store() {
        for (Addition addition : additions) {
            em.persist(new LedgerEvent(
                    tenantId, addition.event(), caller.terminal().value(), nowMillis));
        }
        em.flush();
        for (Addition addition : additions) {
            addition.sale().ifPresent(sale -> em.persist(new Sale(tenantId, addition.event(), sale)));
        }
        em.flush();
        List<SalePayload> sold =
                additions.stream().flatMap(addition -> addition.sale().stream()).toList();
        sold.forEach(this::storeLines);
        em.flush();
        sold.forEach(this::storeTenders);
        em.flush();
        return additions.stream().map(addition -> addition.event().key()).toList();
    }

    /** The entries of journals that the added events bring, by the file whose journal it is. */
    Collection<List<Link>> links() {
        return additions.stream()
                .flatMap(addition -> addition.content().link(addition.event()).stream())
                .collect(Collectors.groupingBy(link ->
                        new Stream(link.event().terminalId(), link.event().posId())))
                .values();
    }

    private void storeLines(SalePayload sale) {
        for (SaleLine line : sale.lines()) {
            em.persist(new SoldLine(tenantId, sale.saleId().toString(), line));
        }
    }

    private void storeTenders(SalePayload sale) {
        int number = 0;
        for (SaleTender tender : sale.tenders()) {
            em.persist(new PaidTender(tenantId, sale.saleId().toString(), ++number, tender));
        }
    }

    private void lookAtStream(Stream stream, Collection<EventKey> keys) {
        Map<String, String> others = Map.of(
                "tenant_id", tenantId,
                "terminal_id", stream.terminal().value(),
                "pos_id", stream.pos().value());
        List<Long> ids = keys.stream().map(EventKey::localEventId).toList();
        EVENTS.find(
                em,
                "r.local_event_id, r.hash",
                others,
                ids,
                row -> hashes.put(new EventKey(stream.terminal(), stream.pos(), row.getLong(1)), row.getString(2)));
    }

    private void lookAtSales(List<String> saleIds) {
        String columns = "r.sale_id, r.terminal_id, r.pos_id, r.local_event_id";
        SALES.find(
                em,
                columns,
                Map.of("tenant_id", tenantId),
                saleIds,
                row -> sales.put(
                        UUID.fromString(row.getString(1)),
                        new EventKey(new TerminalId(row.getString(2)), new PosId(row.getString(3)), row.getLong(4))));
    }
}
