package outpost.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Event;
import outpost.values.HlcStamp;
import outpost.values.PosId;

/** The events: all know of all, none waits, they are in order, and the cloud has them without a gap. */
final class EventInvariants {
    private static final int ALL = 1_000_000;

    private final World world;

    EventInvariants(World world) {
        this.world = world;
    }

    void check(SalesSummary.Summary summary) {
        Set<Happening> atCloud = Happening.atCloud(world);
        Map<String, String> hashes = hashesAtCloud();
        world.running().forEach((till, program) -> {
            known(till.name(), Happening.at(program), atCloud);
            queue(till.name(), program);
            numbers(till.name(), program, hashes);
            order(till.name(), program);
        });
        streams(summary);
    }

    /** Whether all that happened is known everywhere. */
    static boolean areKnownEverywhere(World world) {
        Set<Happening> atCloud = Happening.atCloud(world);
        return world.running().values().stream()
                .allMatch(program -> Happening.at(program).keySet().equals(atCloud));
    }

    private void known(String till, Map<Happening, Event> here, Set<Happening> atCloud) {
        Set<Happening> unsent = new HashSet<>(here.keySet());
        unsent.removeAll(atCloud);
        unsent.forEach(happening -> world.violated(till + " has what the cloud has not: "
                + here.get(happening).key() + " " + here.get(happening).type()));
        Set<Happening> unknown = new HashSet<>(atCloud);
        unknown.removeAll(here.keySet());
        world.require(unknown.isEmpty(), till + " lacks what the cloud has: " + unknown);
    }

    /** Nothing waits, and nothing but nonsense is parked. */
    private void queue(String till, Program program) {
        OutboxCounts counts = program.outbox().counts();
        world.require(counts.waiting() == 0, till + ": " + counts.waiting() + " events still wait");
        long forwarded = program.outbox().backlog().forwarded();
        world.require(forwarded == 0, till + ": " + forwarded + " of its neighbours' events still wait");
        for (OutboxEntry entry : program.outbox().entries(List.of(OutboxEntry.State.PARKED), ALL)) {
            world.require(
                    Program.isNonsense(entry.event()),
                    till + ": parked without need: " + entry.event().key() + " "
                            + entry.code().orElse("") + " " + entry.reason().orElse(""));
        }
    }

    /** A file that was put back has given numbers out twice; it must not go on with them when the cloud has others under these. */
    private void numbers(String till, Program program, Map<String, String> hashes) {
        PosId present = program.terminal().identity().orElseThrow().posId();
        for (Event event : program.parts().branch().events(present, 0, ALL, Long.MAX_VALUE)) {
            String hash = hashes.getOrDefault(place(present.value(), event.localEventId()), event.hash());
            world.require(
                    hash.equals(event.hash()),
                    till + ": goes on with its numbers; the cloud has another " + event.key());
        }
    }

    private Map<String, String> hashesAtCloud() {
        Map<String, String> hashes = new HashMap<>();
        world.cloud()
                .read(em -> em.createQuery(
                                "SELECT e.posId, e.localEventId, e.hash FROM LedgerEvent e WHERE e.tenantId = :tenant",
                                Object[].class)
                        .setParameter("tenant", world.tenant().value())
                        .getResultList())
                .forEach(row -> hashes.put(place((String) row[0], (Long) row[1]), (String) row[2]));
        return hashes;
    }

    private static String place(String posId, long number) {
        return posId + "/" + number;
    }

    /** Stamps rise with the events' numbers, whatever the clock did. */
    private void order(String till, Program program) {
        HlcStamp last = new HlcStamp(0, 0);
        Set<HlcStamp> seen = new HashSet<>();
        for (OutboxEntry entry : program.outbox().entries(List.of(OutboxEntry.State.values()), ALL)) {
            Event event = entry.event();
            if (!seen.add(event.hlc())) {
                // The same event once more, under a number of its own: it keeps its stamp.
                continue;
            }
            world.require(event.hlc().compareTo(last) > 0, till + ": the stamp of " + event.key() + " does not rise");
            last = event.hlc();
        }
    }

    /** Gapless at the cloud, but for what it had to refuse; of a file that was put back, what only its former disk had is missing for ever. */
    private void streams(SalesSummary.Summary summary) {
        Set<String> restored = world.restored();
        Map<String, Set<Long>> sent = numbers(false);
        Map<String, Set<Long>> refused = numbers(true);
        long events = sent.values().stream().mapToLong(Set::size).sum();
        world.require(
                !restored.isEmpty() || summary.events() == events,
                "the cloud holds " + summary.events() + " events, the tills " + events);
        for (SalesSummary.Stream stream : summary.streams()) {
            if (!restored.contains(stream.posId())) {
                stream(
                        stream,
                        sent.getOrDefault(stream.posId(), Set.of()),
                        refused.getOrDefault(stream.posId(), Set.of()));
            }
        }
    }

    private void stream(SalesSummary.Stream stream, Set<Long> here, Set<Long> bad) {
        long highest = here.stream().mapToLong(Long::longValue).max().orElse(0);
        long gaps = bad.stream().filter(number -> number < highest).count();
        world.require(
                stream.highest() == highest && stream.missing() == gaps,
                "stream " + stream + " should reach " + highest + " with " + gaps + " gaps");
        long contiguous = bad.stream().mapToLong(Long::longValue).min().orElse(highest + 1) - 1;
        world.require(
                stream.contiguous() == Math.min(contiguous, highest),
                "stream " + stream + " should be whole up to " + contiguous);
    }

    /** The numbers of each file's events, of nonsense or of all other events. */
    private Map<String, Set<Long>> numbers(boolean nonsense) {
        Map<String, Set<Long>> numbers = new HashMap<>();
        world.running().values().stream()
                .flatMap(program -> program.held().stream())
                .collect(Collectors.toMap(Event::key, event -> event, (one, same) -> one))
                .values()
                .stream()
                .filter(event -> Program.isNonsense(event) == nonsense)
                .forEach(event -> numbers.computeIfAbsent(event.posId().value(), pos -> new HashSet<>())
                        .add(event.localEventId()));
        return numbers;
    }
}
