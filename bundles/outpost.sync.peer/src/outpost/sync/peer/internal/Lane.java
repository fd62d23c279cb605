package outpost.sync.peer.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.BranchTime;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.Event;
import outpost.protocol.Limits;
import outpost.sync.peer.internal.Message.Stream;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * This till among the lanes of its branch: its conversations, one with each other lane. Whoever drives it brings lines whose other end is proven, what comes in
 * on them, and the time that passes; it needs no thread and no socket of its own.
 *
 * <p>Not safe for threads.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final int MOST_WANTED = 50;

    private final Identity identity;
    private final Terminal terminal;
    private final BranchEvents events;
    private final BranchTime time;
    private final KnownLanes known;
    private final Notes notes;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<TerminalId, Talk> talks = new LinkedHashMap<>();

    /**
     * @param terminal enrolled
     * @param clock this machine's
     * @param nanoTime a clock that only goes forward
     */
    Lane(
            Terminal terminal,
            BranchEvents events,
            BranchTime time,
            KnownLanes known,
            Notes notes,
            Clock clock,
            LongSupplier nanoTime) {
        this.identity = terminal.identity().orElseThrow();
        this.terminal = terminal;
        this.events = events;
        this.time = time;
        this.known = known;
        this.notes = notes;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Begins to talk with a lane. Where two lines lead to the same lane, because both dialled, the one stays that the lane with the lower id dialled: both ends
     * decide the same.
     *
     * @param dialled whether this till made the connection
     * @return empty if the line was closed because a better one is there
     */
    Optional<Conversation> open(TerminalId peer, boolean dialled, Line line) {
        TerminalId dialler = dialled ? self() : peer;
        Talk before = talks.get(peer);
        if (before != null && before.dialler().value().compareTo(dialler.value()) < 0) {
            line.close("connected already");
            return Optional.empty();
        }
        Conversation conversation = new Conversation(this, peer, line);
        talks.put(peer, new Talk(conversation, dialler));
        if (before != null) {
            before.conversation().close("connected anew");
        }
        LOG.info("Connected with lane {}", peer);
        conversation.open();
        return Optional.of(conversation);
    }

    /** A line has ended. */
    void closed(Conversation conversation) {
        Talk talk = talks.get(conversation.peer());
        if (talk != null && talk.conversation() == conversation) {
            talks.remove(conversation.peer());
            LOG.info("No longer connected with lane {}", conversation.peer());
        }
    }

    /** Something was stored at this till, or has reached the cloud. */
    void changed() {
        conversations().forEach(Conversation::changed);
    }

    /** To be called every second or so. */
    void tick() {
        conversations().forEach(Conversation::tick);
    }

    void closeAll(String reason) {
        conversations().forEach(conversation -> conversation.close(reason));
        talks.clear();
    }

    /** @return false if that lane is not connected now */
    boolean note(TerminalId peer, Message.Note note) {
        Optional<Talk> talk = Optional.ofNullable(talks.get(peer));
        talk.ifPresent(open -> open.conversation().note(note));
        return talk.isPresent();
    }

    Set<TerminalId> connected() {
        return Set.copyOf(talks.keySet());
    }

    TerminalId self() {
        return identity.enrolment().terminalId();
    }

    /** Names this till's file now: it may change while the till runs. */
    Optional<PosId> posId() {
        return terminal.identity().map(Identity::posId);
    }

    BranchEvents events() {
        return events;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    Message.Hello hello() {
        return new Message.Hello(
                Limits.PROTOCOL_VERSION,
                time.now().toEpochMilli(),
                time.offset().isPresent(),
                known.certificates());
    }

    /** @param theirEnds as that lane told them last: it may hold events of this till that this till has lost */
    Message.Have have(TerminalId to, List<Link> theirEnds) {
        // Read first: what is found out meanwhile is not told under a number from before it.
        long setbacks = events.setbacks();
        List<Holding> holdings = events.holdings();
        List<Stream> streams = holdings.stream()
                .map(holding -> new Stream(holding.terminalId(), holding.posId(), holding.ranges(), holding.atCloud()))
                .toList();
        return new Message.Have(
                streams,
                talks.keySet().stream().filter(lane -> !lane.equals(to)).toList(),
                holdings.stream().flatMap(holding -> holding.ends().stream()).toList(),
                events.lacking(theirEnds, MOST_WANTED),
                Optional.of(setbacks));
    }

    void met(Message.Hello hello) {
        known.learn(hello.certificates());
        if (hello.knowsCloudTime()) {
            time.measured(Duration.ofMillis(hello.timeMillis() - clock.millis()), BranchTime.Source.LANE);
        }
    }

    void noted(TerminalId from, Message.Note note) {
        notes.received(from, note.topic(), note.body());
    }

    /** Whether an event is of this branch, and signed by a key that the cloud says is its terminal's. */
    boolean isAuthentic(Event event) {
        return event.branchId().equals(identity.enrolment().branchId())
                && known.keys(event.terminalId()).stream().anyMatch(event::isAuthentic);
    }

    private List<Conversation> conversations() {
        List<Conversation> all = new ArrayList<>();
        talks.values().forEach(talk -> all.add(talk.conversation()));
        return all;
    }

    /** Takes what another lane's bundles say to this one's. */
    @FunctionalInterface
    interface Notes {
        void received(TerminalId from, String topic, String body);
    }

    private record Talk(Conversation conversation, TerminalId dialler) {}
}
