package outpost.reconcile.ui.internal.queue;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import outpost.outbox.Backlog;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.StreamState;
import outpost.store.Transaction;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** An outbox in memory. */
final class QueueFixture implements Outbox {
    static final String SALE = sale();
    private static final PrivateKey KEY = key();

    private final List<OutboxEntry> entries = new ArrayList<>();

    static Event event(long number, String payload) {
        return Event.signed(
                new EventKey(new TerminalId("till-1"), new PosId("pos-1"), number),
                EventType.SALE,
                new BranchId("main"),
                ZonedDateTime.parse("2026-01-31T10:15:30+00:00[Europe/London]"),
                new HlcStamp(number, 0),
                payload,
                Event.NO_HASH,
                KEY);
    }

    void put(long number, State state) {
        entries.add(new OutboxEntry(event(number, SALE), state, 0, Optional.empty(), Optional.empty(), List.of()));
    }

    void remove(long number) {
        entries.removeIf(entry -> entry.event().localEventId() == number);
    }

    @Override
    public OutboxCounts counts() {
        long parked =
                entries.stream().filter(entry -> entry.state() == State.PARKED).count();
        return new OutboxCounts(entries.size() - parked, parked, 0);
    }

    @Override
    public List<PosId> posIds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compare(StreamState cloud) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Backlog backlog() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<EventType, Long> countsByType(List<State> states) {
        return entries(states, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(entry -> entry.event().type(), Collectors.counting()));
    }

    @Override
    public void discard(EventKey key, String reason, String by) {
        entries.replaceAll(entry -> entry.event().key().equals(key)
                ? new OutboxEntry(
                        entry.event(),
                        State.DISCARDED,
                        entry.attempts(),
                        entry.code(),
                        Optional.of(reason + " (" + by + ")"),
                        List.of())
                : entry);
    }

    @Override
    public List<OutboxEntry> entries(List<State> states, int limit) {
        return entries.stream()
                .filter(entry -> states.contains(entry.state()))
                .limit(limit)
                .toList();
    }

    @Override
    public void replay(EventKey key) {
        entries.replaceAll(entry -> entry.event().key().equals(key)
                ? new OutboxEntry(
                        entry.event(), State.PENDING, entry.attempts(), entry.code(), entry.reason(), List.of())
                : entry);
    }

    @Override
    public EventKey append(Transaction transaction, EventType type, String payload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> take(int maxEvents, long maxBytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putBack(List<Event> events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void settle(List<Event> events, List<EventAnswer> answers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return () -> {};
    }

    private static String sale() {
        List<SaleLine> lines = List.of(
                new SaleLine(1, Optional.of("pen"), "4006381333931", "Pen blue", 1_000, 199, 199, "standard", 200_000));
        return Json.write(new SalePayload(
                new UUID(0, 7),
                "1-7",
                Optional.empty(),
                "GBP",
                "Cashier",
                lines,
                SaleTax.of("GBP", lines),
                List.of(new SaleTender(SaleTender.CASH, 199, 199, 0)),
                199));
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
