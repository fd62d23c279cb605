package outpost.reconcile.ui.internal.health;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import outpost.catalog.CatalogEdits;
import outpost.outbox.BranchEvents;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Neighbours;
import outpost.protocol.SyncCounters;
import outpost.protocol.SyncLog;
import outpost.protocol.SyncRun;
import outpost.protocol.Synchroniser;
import outpost.reconcile.ui.internal.words.LaneNames;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.TerminalId;

/** What the pages about this till's health, its lanes and its sync show. Lives on the UI thread; reads in the background. */
public final class HealthModel {
    private static final int MOST_RUNS = 1_000;

    private final Room room;
    private final Sources sources;
    private final TerminalId own;
    private final Words words;
    private final InstantSource time;
    private Runnable changed = () -> {};
    private Health health = Health.UNKNOWN;
    private List<SyncRun> runs = List.of();
    private Optional<SyncCounters> counters = Optional.empty();
    private boolean reading;

    /** Where it is read from; what is a supplier may not be installed, or come and go. */
    public record Sources(
            Outbox outbox,
            BranchEvents branch,
            CatalogEdits edits,
            Supplier<Optional<Synchroniser>> synchroniser,
            Supplier<Optional<SyncLog>> log,
            Supplier<Optional<Neighbours>> neighbours) {}

    private record Read(Health health, List<SyncRun> runs, Optional<SyncCounters> counters) {}

    public HealthModel(Room room, Sources sources, TerminalId own, Words words, InstantSource time) {
        this.room = room;
        this.sources = sources;
        this.own = own;
        this.words = words;
        this.time = time;
    }

    void onChange(Runnable listener) {
        Runnable before = changed;
        changed = () -> {
            before.run();
            listener.run();
        };
    }

    /** Reads everything anew, unless that is being done. */
    public void refresh() {
        if (!reading) {
            reading = true;
            room.read(this::read, this::arrived);
        }
    }

    Health health() {
        return health;
    }

    /** What the sync worker did, the newest first. */
    List<SyncRun> runs() {
        return runs;
    }

    Optional<SyncCounters> counters() {
        return counters;
    }

    boolean canSync() {
        return health.status().isPresent();
    }

    void syncNow() {
        room.act(
                Deed.of("sync_now", ""),
                by -> {
                    sources.synchroniser().get().ifPresent(Synchroniser::syncNow);
                    return by;
                },
                by -> refresh());
    }

    private Read read() {
        Optional<SyncLog> log = sources.log().get();
        Optional<Neighbours> neighbours = sources.neighbours().get();
        Map<TerminalId, String> names = neighbours.map(Neighbours::names).orElse(Map.of());
        Set<TerminalId> connected = neighbours.map(Neighbours::connected).orElse(Set.of());
        List<SyncRun> latest = log.map(present -> present.latest(MOST_RUNS)).orElse(List.of());
        Health read = new Health(
                time.instant(),
                sources.synchroniser().get().map(Synchroniser::status),
                sources.outbox().backlog(),
                sources.outbox().countsByType(List.of(State.PENDING, State.SENDING)),
                sources.outbox().countsByType(List.of(State.PARKED)),
                sources.edits().conflicts().size(),
                LaneState.of(sources.branch().holdings(), connected, new LaneNames(own, names), words),
                Hour.before(time.instant(), latest));
        return new Read(read, latest, log.map(SyncLog::counters));
    }

    private void arrived(Read read) {
        reading = false;
        health = read.health();
        runs = read.runs();
        counters = read.counters();
        changed.run();
    }
}
