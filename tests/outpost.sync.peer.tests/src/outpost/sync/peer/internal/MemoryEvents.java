package outpost.sync.peer.internal;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import outpost.outbox.BranchEvents;
import outpost.outbox.Identity;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** A till's events in memory, with a disk that can be made to fail. */
final class MemoryEvents implements BranchEvents {
    private final TestTerminal terminal;
    private final Map<PosId, TreeMap<Long, Event>> events = new HashMap<>();
    private final Map<PosId, Delivered> atCloud = new HashMap<>();
    private final Map<EventKey, Set<TerminalId>> acknowledged = new HashMap<>();
    private Runnable onChange = () -> {};
    private final List<Link> lacking = new ArrayList<>();
    private long setbacks;
    private boolean full;
    private final List<Event> delivered = new ArrayList<>();

    MemoryEvents(TestTerminal terminal) {
        this.terminal = terminal;
    }

    void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Lets this till know of an event of its own that it has not. */
    synchronized void lacks(Event event) {
        lacking.add(new Link(event.terminalId(), event.posId(), event.localEventId(), event.hash()));
    }

    synchronized void full(boolean isFull) {
        full = isFull;
    }

    /** Writes the next event of this till. */
    Event append(String payload) {
        Event event = next(payload);
        onChange.run();
        return event;
    }

    private synchronized Event next(String payload) {
        Identity self = terminal.self();
        TreeMap<Long, Event> own = of(self.posId());
        long number = own.isEmpty() ? 1 : own.lastKey() + 1;
        String previous =
                own.isEmpty() ? Event.NO_HASH : own.lastEntry().getValue().hash();
        Event event = Event.signed(
                new EventKey(self.enrolment().terminalId(), self.posId(), number),
                EventType.SALE,
                self.enrolment().branchId(),
                ZonedDateTime.of(2026, 1, 31, 10, 15, 30, 0, ZoneOffset.UTC),
                new HlcStamp(number, 0),
                payload,
                previous,
                terminal.privateKey());
        own.put(number, event);
        return event;
    }

    synchronized Set<EventKey> keys() {
        Set<EventKey> keys = new HashSet<>();
        events.values().forEach(stream -> stream.values().forEach(event -> keys.add(event.key())));
        return keys;
    }

    synchronized Set<TerminalId> peersWith(EventKey key) {
        return Set.copyOf(acknowledged.getOrDefault(key, Set.of()));
    }

    synchronized Optional<Delivered> atCloud(PosId posId) {
        return Optional.ofNullable(atCloud.get(posId));
    }

    /** How many events came in that were here already or not. */
    synchronized int deliveries() {
        return delivered.size();
    }

    /** Those events, by number. */
    synchronized List<Event> delivered() {
        return delivered.stream()
                .sorted(Comparator.comparingLong(Event::localEventId))
                .toList();
    }

    @Override
    public Set<EventKey> store(List<Event> events) {
        Set<EventKey> durable = insert(events);
        onChange.run();
        return durable;
    }

    private synchronized Set<EventKey> insert(List<Event> news) {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        Set<EventKey> durable = new HashSet<>();
        for (Event event : news) {
            delivered.add(event);
            lacking.removeIf(link -> link.hash().equals(event.hash()));
            if (of(event.posId())
                    .computeIfAbsent(event.localEventId(), number -> event)
                    .hash()
                    .equals(event.hash())) {
                durable.add(event.key());
            }
        }
        return durable;
    }

    @Override
    public synchronized List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        events.forEach((posId, stream) -> {
            Ranges ranges = new Ranges();
            stream.keySet().forEach(number -> ranges.add(new Range(number, number)));
            holdings.add(new Holding(
                    stream.firstEntry().getValue().terminalId(), posId, ranges.list(), atCloud(posId), List.of()));
        });
        return holdings;
    }

    @Override
    public void storeFromCloud(List<Event> events) {
        throw new UnsupportedOperationException("the worker's");
    }

    @Override
    public synchronized List<Link> lacking(List<Link> told, int limit) {
        return List.copyOf(lacking);
    }

    @Override
    public OptionalLong lackingFromCloud(PosId posId, long after, long upTo) {
        throw new UnsupportedOperationException("the worker's");
    }

    @Override
    public synchronized List<Event> events(PosId posId, long after, int maxEvents, long maxBytes) {
        List<Event> found = new ArrayList<>();
        long bytes = 0;
        for (Event event : events.getOrDefault(posId, new TreeMap<>())
                .tailMap(after, false)
                .values()) {
            bytes += event.payload().length();
            if (found.size() == maxEvents || bytes > maxBytes && !found.isEmpty()) {
                break;
            }
            found.add(event);
        }
        return found;
    }

    @Override
    public synchronized void peerAcknowledged(Collection<EventKey> keys, TerminalId lane) {
        keys.forEach(key ->
                acknowledged.computeIfAbsent(key, first -> new HashSet<>()).add(lane));
    }

    @Override
    public synchronized long setbacks() {
        return setbacks;
    }

    @Override
    public void atCloud(Map<PosId, Delivered> delivered, long told) {
        synchronized (this) {
            if (told > setbacks) {
                setbacks = told;
                atCloud.clear();
            }
            if (told == setbacks) {
                delivered.forEach((posId, one) ->
                        atCloud.merge(posId, one, (mine, theirs) -> mine.upTo() > theirs.upTo() ? mine : theirs));
            }
        }
        onChange.run();
    }

    @Override
    public long mark() {
        throw new UnsupportedOperationException("the worker's");
    }

    @Override
    public int forward(long mark) {
        throw new UnsupportedOperationException("the worker's");
    }

    private TreeMap<Long, Event> of(PosId posId) {
        return events.computeIfAbsent(posId, first -> new TreeMap<>());
    }
}
