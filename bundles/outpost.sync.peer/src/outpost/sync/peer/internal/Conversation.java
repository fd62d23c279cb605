package outpost.sync.peer.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents.Delivered;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.BranchEvents.Range;
import outpost.protocol.Event;
import outpost.sync.peer.internal.Message.Stream;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * What two connected lanes say to each other: message in, messages out. Each tells what it has, sends what the other lacks, and counts as brought only what the
 * other says that it has on its disk. Nothing depends on a message having arrived: the next {@link Message.Have} shows what is still missing.
 *
 * <p>Not safe for threads: its {@link Lane} is driven by one.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    static final int BATCH_EVENTS = 200;
    static final long BATCH_BYTES = 512L * 1024;
    /** How soon news about what is here follow the change, at the earliest. */
    private static final Duration NEWS_PAUSE = Duration.ofSeconds(2);

    static final Duration HAVE_INTERVAL = Duration.ofSeconds(15);
    /** Three times the interval without a word, or so long without an answer to events: the line is dead. */
    static final Duration LONGEST_SILENCE = HAVE_INTERVAL.multipliedBy(3);

    private final Lane lane;
    private final TerminalId peer;
    private final Line line;
    private final Theirs theirs = new Theirs();
    /** What is here and not there, as of their last word about it; from it, what nobody else brings them. */
    private final Deque<Missing> missing = new ArrayDeque<>();
    /** What they ask for though they have something under these numbers: their own file's other history. */
    private final Deque<Missing> asked = new ArrayDeque<>();

    private List<Link> theirEnds = List.of();

    private Set<EventKey> inFlight = Set.of();
    private boolean told;
    private boolean changed;
    private long sentNanos;
    private long heardNanos;
    private long toldNanos;

    Conversation(Lane lane, TerminalId peer, Line line) {
        this.lane = lane;
        this.peer = peer;
        this.line = line;
        heardNanos = lane.nanoTime();
    }

    TerminalId peer() {
        return peer;
    }

    void open() {
        line.send(lane.hello());
        tell();
    }

    void close(String reason) {
        line.close(reason);
    }

    /** @throws RuntimeException if this till cannot store now; the line is to be closed then, and nothing is lost */
    void received(Message message) {
        heardNanos = lane.nanoTime();
        if (message instanceof Message.Hello hello) {
            lane.met(hello);
        } else if (message instanceof Message.Have have) {
            learn(have);
        } else if (message instanceof Message.Events events) {
            store(events.events());
        } else if (message instanceof Message.Stored stored) {
            acknowledged(stored.streams());
        } else if (message instanceof Message.Note note) {
            lane.noted(peer, note);
        }
    }

    void note(Message.Note note) {
        line.send(note);
    }

    /** Something was stored here. */
    void changed() {
        changed = true;
        offer();
    }

    void tick() {
        long now = lane.nanoTime();
        long silence = now - (inFlight.isEmpty() ? heardNanos : Math.min(heardNanos, sentNanos));
        if (silence > LONGEST_SILENCE.toNanos()) {
            close("no answer");
        } else if (now - toldNanos >= (changed ? NEWS_PAUSE : HAVE_INTERVAL).toNanos()) {
            tell();
        }
    }

    private void tell() {
        changed = false;
        toldNanos = lane.nanoTime();
        line.send(lane.have(peer, theirEnds));
    }

    private void learn(Message.Have have) {
        told = true;
        theirs.replace(have.streams());
        List<Holding> here = lane.events().holdings();
        noteWhatIsAtTheCloud(have, here);
        theirEnds = have.ends();
        changed |= !lane.events().lacking(theirEnds, 1).isEmpty();
        asked.clear();
        have.wanted().forEach(this::answer);
        missing.clear();
        for (Holding holding : here) {
            if (isMineToBring(holding.terminalId(), have)) {
                Ranges lacking = Ranges.of(holding.ranges()).without(theirs.of(holding.posId()));
                lacking.list().forEach(range -> missing.add(new Missing(holding.posId(), range)));
            }
        }
        offer();
    }

    /** Gives that event, if it is here, and what is here before it: they need to know where their histories part. */
    private void answer(Link wanted) {
        long number = wanted.number();
        boolean isHere = lane.events().events(wanted.posId(), number - 1, 1, 1).stream()
                .anyMatch(event -> event.hash().equals(wanted.hash()));
        if (isHere) {
            asked.add(new Missing(wanted.posId(), new Range(number, number)));
        }
        if (isHere && number > 1) {
            asked.add(new Missing(wanted.posId(), new Range(Math.max(1, number - BATCH_EVENTS), number - 1)));
        }
    }

    /** Its owner brings each event itself where it can, so that a branch does not send everything once for each pair of lanes. */
    private boolean isMineToBring(TerminalId owner, Message.Have have) {
        return owner.equals(lane.self())
                || owner.equals(peer)
                || !have.connected().contains(owner);
    }

    private void noteWhatIsAtTheCloud(Message.Have have, List<Holding> here) {
        Map<PosId, Delivered> known = new HashMap<>();
        here.forEach(holding -> holding.atCloud().ifPresent(delivered -> known.put(holding.posId(), delivered)));
        Map<PosId, Delivered> news = new HashMap<>();
        for (Stream stream : have.streams()) {
            Optional<Delivered> before = Optional.ofNullable(known.get(stream.posId()));
            stream.atCloud()
                    .filter(told -> told.upTo() > before.map(Delivered::upTo).orElse(0L))
                    .ifPresent(told -> news.put(stream.posId(), told));
        }
        long setbacks = have.setbacks().orElse(0L);
        if (!news.isEmpty() || setbacks > lane.events().setbacks()) {
            lane.events().atCloud(news, setbacks);
        }
    }

    /** One batch is under way at a time: what comes meanwhile goes into the next one. */
    private void offer() {
        if (!told || !inFlight.isEmpty()) {
            return;
        }
        List<Event> batch = ownNews();
        while (batch.isEmpty() && !asked.isEmpty()) {
            batch = nextOf(asked);
        }
        while (batch.isEmpty() && !missing.isEmpty()) {
            batch = nextOf(missing).stream()
                    .filter(event -> !theirs.contains(event.key()))
                    .toList();
        }
        if (!batch.isEmpty()) {
            inFlight = new HashSet<>(batch.stream().map(Event::key).toList());
            sentNanos = lane.nanoTime();
            line.send(new Message.Events(batch));
        }
    }

    /** What this till itself wrote last goes first. */
    private List<Event> ownNews() {
        Optional<PosId> own = lane.posId();
        return own
                .map(posId ->
                        lane.events().events(posId, theirs.of(posId).firstMissing() - 1, BATCH_EVENTS, BATCH_BYTES))
                .orElse(List.of())
                .stream()
                .filter(event -> !theirs.contains(event.key()))
                .toList();
    }

    private List<Event> nextOf(Deque<Missing> ranges) {
        Missing next = ranges.remove();
        List<Event> found = lane.events().events(next.posId(), next.range().first() - 1, BATCH_EVENTS, BATCH_BYTES);
        if (found.isEmpty()) {
            return List.of();
        }
        long reached = found.get(found.size() - 1).localEventId();
        if (reached < next.range().last()) {
            ranges.addFirst(new Missing(
                    next.posId(), new Range(reached + 1, next.range().last())));
        }
        return found.stream()
                .filter(event -> event.localEventId() <= next.range().last())
                .toList();
    }

    private void store(List<Event> events) {
        List<Event> good = events.stream().filter(lane::isAuthentic).toList();
        if (good.size() < events.size()) {
            LOG.warn("Lane {} sent {} events that it cannot prove", peer, events.size() - good.size());
        }
        Set<EventKey> durable = good.isEmpty() ? Set.of() : lane.events().store(good);
        durable.forEach(theirs::add);
        line.send(new Message.Stored(streams(durable)));
    }

    private void acknowledged(List<Stream> streams) {
        Map<PosId, Ranges> stored = new HashMap<>();
        streams.forEach(stream -> stored.put(stream.posId(), Ranges.of(stream.ranges())));
        List<EventKey> taken = inFlight.stream()
                .filter(key -> stored.containsKey(key.posId())
                        && stored.get(key.posId()).contains(key.localEventId()))
                .toList();
        // What it refused is not offered again before it next tells what it has.
        inFlight.forEach(theirs::add);
        inFlight = Set.of();
        if (!taken.isEmpty()) {
            lane.events().peerAcknowledged(taken, peer);
        }
        offer();
    }

    private static List<Stream> streams(Set<EventKey> keys) {
        Map<PosId, Ranges> ranges = new HashMap<>();
        Map<PosId, TerminalId> owners = new HashMap<>();
        for (EventKey key : keys) {
            owners.put(key.posId(), key.terminalId());
            ranges.computeIfAbsent(key.posId(), first -> new Ranges())
                    .add(new Range(key.localEventId(), key.localEventId()));
        }
        List<Stream> streams = new ArrayList<>();
        ranges.forEach((posId, set) -> streams.add(new Stream(owners.get(posId), posId, set.list(), Optional.empty())));
        return streams;
    }

    private record Missing(PosId posId, Range range) {}
}
