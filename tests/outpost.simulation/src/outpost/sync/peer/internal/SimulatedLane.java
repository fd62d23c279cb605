package outpost.sync.peer.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Terminal;
import outpost.protocol.Json;
import outpost.protocol.LaneDirectory;
import outpost.protocol.LanesAnswer;
import outpost.store.Store;
import outpost.values.TerminalId;

/** The till's real lane without its thread and its sockets: whoever runs it brings connections, what comes in on them, and time. */
public final class SimulatedLane implements LaneDirectory {
    private final String address;
    private final Terminal terminal;
    private final BranchEvents events;
    private final BranchTime time;
    private final KnownLanes known;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Optional<Lane> lane = Optional.empty();

    public SimulatedLane(
            String address,
            Store store,
            Terminal terminal,
            BranchEvents events,
            BranchTime time,
            Clock clock,
            LongSupplier nanoTime) {
        this.address = address;
        this.terminal = terminal;
        this.events = events;
        this.time = time;
        this.clock = clock;
        this.nanoTime = nanoTime;
        known = new KnownLanes(store, terminal);
    }

    /** The other end's messages come as they went over the wire. */
    public interface Wire {
        void send(String text);

        void close();
    }

    @Override
    public List<String> addresses() {
        return List.of(address);
    }

    @Override
    public void update(LanesAnswer answer) {
        known.update(answer);
    }

    /** To be called now and then; a lane begins once the cloud has signed for it. */
    public void tick() {
        if (lane.isEmpty() && known.own().isPresent()) {
            lane = Optional.of(new Lane(terminal, events, time, known, (from, topic, body) -> {}, clock, nanoTime));
        }
        lane.ifPresent(Lane::tick);
    }

    public void changed() {
        lane.ifPresent(Lane::changed);
    }

    public Set<TerminalId> connected() {
        return lane.map(Lane::connected).orElse(Set.of());
    }

    public TerminalId self() {
        return terminal.identity().orElseThrow().enrolment().terminalId();
    }

    /** Whether this till and another one would take each other's certificates. */
    public boolean mayMeet(SimulatedLane other) {
        return lane.isPresent()
                && other.lane.isPresent()
                && known.own().filter(other.known::mayConnect).isPresent()
                && other.known.own().filter(known::mayConnect).isPresent();
    }

    /**
     * Takes a connection with a lane that has proven who it is.
     *
     * @return empty if there is a better one
     */
    public Optional<Talk> open(TerminalId peer, boolean dialled, Wire wire) {
        Lane here = lane.orElseThrow();
        return here.open(peer, dialled, new Texts(wire)).map(conversation -> new Talk(here, conversation));
    }

    /** One end of a connection. */
    public static final class Talk {
        private final Lane lane;
        private final Conversation conversation;

        Talk(Lane lane, Conversation conversation) {
            this.lane = lane;
            this.conversation = conversation;
        }

        public void received(String text) {
            conversation.received(Json.read(text, Message.class));
        }

        public void closed() {
            lane.closed(conversation);
        }
    }

    private record Texts(Wire wire) implements Line {
        @Override
        public void send(Message message) {
            wire.send(Json.write(message));
        }

        @Override
        public void close(String reason) {
            wire.close();
        }
    }
}
