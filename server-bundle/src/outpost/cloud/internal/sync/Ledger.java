package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.KeyedRows;
import outpost.cloud.internal.store.NewRows;
import outpost.protocol.Event;
import outpost.protocol.SalePayload;
import outpost.protocol.stock.StockPayload;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** The accepted events: what is there of a batch already, and what it adds. */
final class Ledger {
    private static final KeyedRows EVENTS = new KeyedRows("event_ledger", "local_event_id", "BIGINT");
    private static final KeyedRows STAMPS = new KeyedRows("event_ledger", "hlc", "VARCHAR");
    private static final KeyedRows SALES = new KeyedRows("sale", "sale_id", "VARCHAR");
    private static final KeyedRows STOCKS = new KeyedRows("stock_document", "stock_id", "VARCHAR");

    private final EntityManager em;
    private final Caller.Lane caller;
    private final String tenantId;
    private final long nowMillis;
    private final Map<EventKey, String> hashes = new HashMap<>();
    private final Set<Happening> happenings = new HashSet<>();
    private final Map<UUID, EventKey> sales = new HashMap<>();
    private final Map<UUID, EventKey> stocks = new HashMap<>();
    private final List<Told> additions = new ArrayList<>();
    private final List<Told> news = new ArrayList<>();

    /** What makes two events of different keys tell of the same: a till that takes a new posId tells again what it is not sure to have told. */
    private record Happening(TerminalId terminal, String type, String hlc, String payloadHash) {
        static Happening of(Event event) {
            return new Happening(
                    event.terminalId(), event.type().wireName(), event.hlc().toString(), event.payloadHash());
        }
    }

    Ledger(EntityManager em, Caller.Lane caller, long nowMillis) {
        this.em = em;
        this.caller = caller;
        this.tenantId = caller.tenant().value();
        this.nowMillis = nowMillis;
    }

    /** Reads what is stored under the keys, stamps and sales of these events. */
    void look(List<CheckedEvent> events) {
        events.stream()
                .map(CheckedEvent::key)
                .collect(Collectors.groupingBy(StreamId::of))
                .forEach(this::lookAtStream);
        events.stream()
                .map(CheckedEvent::event)
                .collect(Collectors.groupingBy(Event::terminalId))
                .forEach(this::lookAtStamps);
        List<Told> told = events.stream().map(CheckedEvent::told).toList();
        lookAt(
                SALES,
                "sale_id",
                told.stream().flatMap(one -> one.sale().stream()).map(SalePayload::saleId),
                sales);
        lookAt(
                STOCKS,
                "stock_id",
                told.stream().flatMap(one -> one.stock().stream()).map(StockPayload::stockId),
                stocks);
    }

    /** The hash that is stored, or was added, under that key. */
    Optional<String> hash(EventKey key) {
        return Optional.ofNullable(hashes.get(key));
    }

    /** That another event has brought the sale or document which this one brings, in a sentence. */
    Optional<String> contradiction(Told told) {
        Optional<String> sold = told.sale()
                .flatMap(sale -> Optional.ofNullable(sales.get(sale.saleId())))
                .map(event -> "saleId: event " + event + " brought that sale already");
        return sold.or(() -> told.stock()
                .flatMap(stock -> Optional.ofNullable(stocks.get(stock.stockId())))
                .map(event -> "stockId: event " + event + " brought that document already"));
    }

    /** Whether an event of the same terminal, under whatever key, has told the same. */
    boolean knows(Event event) {
        return happenings.contains(Happening.of(event));
    }

    /** Adds an event; one whose content is known already only fills its place in its file's numbers. */
    void add(Told told) {
        Event event = told.event();
        hashes.put(event.key(), event.hash());
        additions.add(told);
        if (happenings.add(Happening.of(event))) {
            news.add(told);
        }
        told.sale().ifPresent(sale -> sales.putIfAbsent(sale.saleId(), event.key()));
        told.stock().ifPresent(stock -> stocks.putIfAbsent(stock.stockId(), event.key()));
    }

    /** Writes what was added; returns it. */
    List<Told> store() {
        NewRows.insert(
                em,
                LedgerEvent.class,
                additions.stream()
                        .map(told -> new LedgerEvent(
                                tenantId, told.event(), caller.terminal().value(), nowMillis))
                        .toList());
        return List.copyOf(additions);
    }

    /** What was added and had not been told before. */
    List<Told> news() {
        return List.copyOf(news);
    }

    private void lookAtStream(StreamId stream, Collection<EventKey> keys) {
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

    private void lookAtStamps(TerminalId terminal, Collection<Event> events) {
        Map<String, String> others = Map.of("tenant_id", tenantId, "terminal_id", terminal.value());
        STAMPS.find(
                em,
                "r.event_type, r.hlc, r.payload_hash",
                others,
                events.stream().map(event -> event.hlc().toString()).distinct().toList(),
                row -> happenings.add(new Happening(terminal, row.getString(1), row.getString(2), row.getString(3))));
    }

    /** Which event brought what has an id of its own. */
    private void lookAt(KeyedRows table, String idColumn, Stream<UUID> ids, Map<UUID, EventKey> found) {
        table.find(
                em,
                "r." + idColumn + ", r.terminal_id, r.pos_id, r.local_event_id",
                Map.of("tenant_id", tenantId),
                ids.map(UUID::toString).toList(),
                row -> found.put(
                        UUID.fromString(row.getString(1)),
                        new EventKey(new TerminalId(row.getString(2)), new PosId(row.getString(3)), row.getLong(4))));
    }
}
