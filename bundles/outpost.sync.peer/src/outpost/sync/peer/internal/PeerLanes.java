package outpost.sync.peer.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.LaneAddress;
import outpost.protocol.LaneDirectory;
import outpost.protocol.LanesAnswer;
import outpost.protocol.Neighbours;
import outpost.protocol.NoteReader;
import outpost.store.LocalSettings;
import outpost.store.Store;
import outpost.values.TerminalId;

/** This till among the lanes of its branch: one thread, which begins to talk as soon as the cloud has signed for who this till is. */
@Component(
        service = {LaneDirectory.class, Neighbours.class},
        immediate = true)
public final class PeerLanes implements LaneDirectory, Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(PeerLanes.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final LaneSettings settings;
    private final Terminal terminal;
    private final Function<Runnable, Outbox.Subscription> changes;
    private final BranchEvents events;
    private final BranchTime time;
    private final KnownLanes known;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final LaneLoop loop;
    private final Thread thread;
    private final List<NoteReader> noteReaders = new CopyOnWriteArrayList<>();
    private volatile Set<TerminalId> connected = Set.of();
    private volatile Optional<Network> network = Optional.empty();
    /** Used on the loop's thread only. */
    private Optional<Lane> lane = Optional.empty();

    private Optional<Outbox.Subscription> subscription = Optional.empty();

    @Activate
    public PeerLanes(
            @Reference LocalSettings settings,
            @Reference Store store,
            @Reference Terminal terminal,
            @Reference Outbox outbox,
            @Reference BranchEvents events,
            @Reference BranchTime time) {
        this(
                reported(settings),
                store,
                terminal,
                outbox::onChange,
                events,
                time,
                Clock.systemUTC(),
                System::nanoTime,
                new SecureRandom());
    }

    /**
     * @param changes subscribes to what is stored here
     * @param nanoTime a clock that only goes forward, whatever is done to the machine's date
     */
    PeerLanes(
            LaneSettings settings,
            Store store,
            Terminal terminal,
            Function<Runnable, Outbox.Subscription> changes,
            BranchEvents events,
            BranchTime time,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.settings = settings;
        this.terminal = terminal;
        this.changes = changes;
        this.events = events;
        this.time = time;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
        known = new KnownLanes(store, terminal);
        loop = new LaneLoop(() -> lane.ifPresent(Lane::changed), this::tick, nanoTime);
        thread = new Thread(loop, "outpost-lanes");
        thread.setDaemon(true);
    }

    @Activate
    void start() {
        subscription = Optional.of(changes.apply(loop::changed));
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        subscription.ifPresent(Outbox.Subscription::close);
        loop.stop();
        thread.interrupt();
        thread.join(STOP_LIMIT.toMillis());
        if (thread.isAlive()) {
            LOG.warn("The lanes' thread has not ended within {} s", STOP_LIMIT.toSeconds());
        }
        if (network.isPresent()) {
            network.get().stop();
        }
        lane.ifPresent(open -> open.closeAll("this till stops"));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addNoteReader(NoteReader reader) {
        noteReaders.add(reader);
    }

    void removeNoteReader(NoteReader reader) {
        noteReaders.remove(reader);
    }

    @Override
    public List<String> addresses() {
        return network.map(Network::addresses).orElse(List.of()).stream()
                .map(LaneAddress::toString)
                .toList();
    }

    @Override
    public void update(LanesAnswer answer) {
        known.update(answer);
    }

    @Override
    public Set<TerminalId> connected() {
        return connected;
    }

    @Override
    public Map<TerminalId, String> names() {
        return known.names();
    }

    @Override
    public boolean tell(TerminalId to, String topic, String body) {
        boolean there = connected.contains(to);
        if (there) {
            loop.run(() -> lane.ifPresent(open -> open.note(to, new Message.Note(topic, body))));
        }
        return there;
    }

    private void tick() {
        if (lane.isEmpty() && known.own().isPresent()) {
            begin();
        }
        lane.ifPresent(Lane::tick);
        connected = lane.map(Lane::connected).orElse(Set.of());
        network.ifPresent(open -> open.tick(connected));
    }

    private void begin() {
        Lane next = new Lane(terminal, events, time, known, this::noted, clock, nanoTime);
        Network sockets = new Network(settings, known, terminal, new Talks(loop, next), nanoTime, random);
        lane = Optional.of(next);
        network = Optional.of(sockets);
        sockets.start();
    }

    private void noted(TerminalId from, String topic, String body) {
        noteReaders.stream().filter(reader -> reader.topic().equals(topic)).forEach(reader -> reader.read(from, body));
    }

    /** The framework keeps what a component's constructor throws in a log of its own; whoever mistyped a setting looks into ours. */
    private static LaneSettings reported(LocalSettings settings) {
        try {
            return LaneSettings.of(settings);
        } catch (IllegalArgumentException e) {
            LOG.error("No lanes: {}", e.getMessage());
            throw e;
        }
    }
}
