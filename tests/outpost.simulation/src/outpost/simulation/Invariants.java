package outpost.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import outpost.cloud.internal.admin.JournalHeads;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.cloud.internal.admin.StockPicture;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.protocol.CatalogState;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.SyncStatus;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;
import outpost.values.HlcStamp;
import outpost.values.PosId;

/** What must hold when all trouble is over. */
final class Invariants {
    private static final int ALL = 1_000_000;

    private final World world;
    private final SalesSummary.Summary summary;
    private final Map<UUID, Long> atCloud;
    /** Numbers of events whose disk is gone: what was on it alone is missing for ever. */
    private final Set<String> restored;

    private Invariants(World world) {
        this.world = world;
        summary = world.cloud().summary().of(world.tenant());
        restored = restored(world);
        atCloud = new HashMap<>();
        world.cloud()
                .read(em -> em.createQuery(
                                "SELECT s.saleId, s.totalMinor FROM Sale s WHERE s.tenantId = :tenant", Object[].class)
                        .setParameter("tenant", world.tenant().value())
                        .getResultList())
                .forEach(row -> atCloud.put(UUID.fromString((String) row[0]), (Long) row[1]));
    }

    static void check(World world) {
        new Invariants(world).check();
    }

    /** Whether all tills run, have sent everything, and have the cloud's catalog. */
    static boolean isQuiet(World world) {
        CatalogState cloud = catalog(world);
        return world.tills().stream().allMatch(till -> till.machine()
                .program()
                .filter(program -> program.outbox().counts().waiting() == 0)
                .filter(program -> program.catalog().state().equals(cloud))
                .filter(program -> holdsAll(world, program))
                .filter(program -> program.worker().status().problem().isEmpty()
                        && program.worker().status().lastSuccess().isPresent())
                .isPresent());
    }

    /** Whether a till holds the events of all others too: the lanes bring them once they are connected. */
    private static boolean holdsAll(World world, Program program) {
        Map<PosId, Long> here = held(program);
        boolean same = world.tills().stream()
                .flatMap(till -> till.machine().program().stream())
                .allMatch(other -> held(other).equals(here));
        Map<PosId, Long> written = world.tills().stream()
                .flatMap(till -> till.machine().program().stream())
                .flatMap(other -> events(other).stream())
                .collect(Collectors.groupingBy(Event::posId, Collectors.counting()));
        return same && (!restored(world).isEmpty() || written.equals(here));
    }

    private static Map<PosId, Long> held(Program program) {
        Map<PosId, Long> held = new HashMap<>();
        program.parts()
                .branch()
                .holdings()
                .forEach(holding -> held.put(
                        holding.posId(),
                        holding.ranges().stream()
                                .mapToLong(range -> range.last() - range.first() + 1)
                                .sum()));
        return held;
    }

    private static CatalogState catalog(World world) {
        return world.cloud().changes().after(world.tenant(), 0, 1).state();
    }

    private void check() {
        Map<UUID, Long> committed = new HashMap<>();
        for (Till till : world.tills()) {
            Optional<Program> program = till.machine().program();
            if (program.isEmpty()) {
                world.violated(till.name() + ": does not run");
                continue;
            }
            Map<UUID, Long> receipts = receipts(program.get());
            till.printed()
                    .forEach((sale, amount) -> require(
                            amount.equals(receipts.get(sale)),
                            till.name() + ": the printed sale " + sale + " is gone"));
            committed.putAll(receipts);
            queue(till.name(), program.get());
            order(till.name(), program.get());
            require(
                    holdsAll(world, program.get()),
                    till.name() + ": does not hold all events of the branch: "
                            + program.get().parts().branch().holdings());
            synced(till.name(), program.get());
            journal(till.name(), program.get());
        }
        exactlyOnce(committed);
        streams();
        Optional<Map<String, Long>> moved = restored.isEmpty() ? Optional.of(movedStock()) : Optional.empty();
        stock(moved);
    }

    private static Set<String> restored(World world) {
        return world.tills().stream().flatMap(till -> till.restored().stream()).collect(Collectors.toSet());
    }

    /** What all tills' movements make, in whatever order they arrived. */
    private Map<String, Long> movedStock() {
        Map<String, List<StockMovement>> moved = world.tills().stream()
                .flatMap(till -> till.machine().program().stream())
                .flatMap(program -> events(program).stream())
                .filter(event -> !isNonsense(event))
                .flatMap(event -> movements(event).stream())
                .collect(Collectors.groupingBy(StockMovement::productId));
        Map<String, Long> levels = new TreeMap<>();
        moved.forEach((product, movements) ->
                levels.put(product, StockLevel.of(movements).quantity().milli()));
        return levels;
    }

    /** The cloud and each till have the same level of each product, and it is the right one. */
    private void stock(Optional<Map<String, Long>> expected) {
        Map<String, Long> there = new TreeMap<>();
        world.cloud()
                .stock()
                .levels(world.tenant(), world.branch(), "", StockPicture.MOST)
                .levels()
                .forEach(level -> there.put(level.productId(), level.quantityMilli()));
        expected.ifPresent(right ->
                require(right.equals(there), "the cloud's stock is " + there + ", but the movements make " + right));
        Set<Map<String, Long>> stocks = new HashSet<>();
        for (Till till : world.tills()) {
            till.machine().program().ifPresent(program -> {
                Map<String, Long> here = new TreeMap<>();
                program.inventory()
                        .levels(there.keySet())
                        .forEach((product, level) ->
                                here.put(product, level.quantity().milli()));
                stocks.add(here);
                // Of a disk that is gone, the cloud may have what no till has any more.
                require(
                        !restored.isEmpty() || there.equals(here),
                        till.name() + ": stock is " + here + ", the cloud's " + there);
            });
        }
        require(stocks.size() == 1, "the tills' stocks differ: " + stocks);
    }

    private static List<StockMovement> movements(Event event) {
        if (event.type().equals(EventType.STOCK)) {
            return StockMovement.of(event.hlc(), Json.read(event.payload(), StockPayload.class));
        }
        return event.type().equals(EventType.SALE) || event.type().equals(EventType.REFUND)
                ? StockMovement.of(event.hlc(), Json.read(event.payload(), SalePayload.class))
                : List.of();
    }

    private void exactlyOnce(Map<UUID, Long> committed) {
        Map<UUID, Long> perhaps = new HashMap<>();
        world.tills().forEach(till -> {
            committed.putAll(till.safe());
            perhaps.putAll(till.unsafe());
        });
        committed.forEach((sale, amount) -> require(
                amount.equals(atCloud.get(sale)),
                "sale " + sale + " of " + amount + " is at the cloud with " + atCloud.get(sale)));
        atCloud.forEach((sale, amount) -> require(
                amount.equals(committed.getOrDefault(sale, perhaps.get(sale))),
                "sale " + sale + " is at the cloud, but was at no till"));
        long net = atCloud.values().stream().mapToLong(Long::longValue).sum();
        require(summary.netMinor() == net, "the cloud sums up " + summary.netMinor() + ", the tills " + net);
        require(
                summary.sales() + summary.refunds() == atCloud.size(),
                "the cloud counts " + (summary.sales() + summary.refunds()) + " tickets, the tills " + atCloud.size());
    }

    /** Nothing waits, and nothing but nonsense is parked. */
    private void queue(String till, Program program) {
        OutboxCounts counts = program.outbox().counts();
        require(counts.waiting() == 0, till + ": " + counts.waiting() + " events still wait");
        for (OutboxEntry entry : program.outbox().entries(List.of(OutboxEntry.State.PARKED), ALL)) {
            require(
                    isNonsense(entry.event()),
                    till + ": parked without need: " + entry.event().key() + " "
                            + entry.code().orElse("") + " " + entry.reason().orElse(""));
        }
    }

    /** Stamps rise with the events' numbers, whatever the clock did. */
    private void order(String till, Program program) {
        HlcStamp last = new HlcStamp(0, 0);
        Set<HlcStamp> seen = new HashSet<>();
        for (Event event : events(program)) {
            if (!seen.add(event.hlc())) {
                // The same event once more, under a number of its own: it keeps its stamp.
                continue;
            }
            require(event.hlc().compareTo(last) > 0, till + ": the stamp of " + event.key() + " does not rise");
            last = event.hlc();
        }
    }

    private void synced(String till, Program program) {
        CatalogState state = program.catalog().state();
        CatalogState cloud = catalog(world);
        require(state.equals(cloud), till + ": catalog " + state + ", the cloud's " + cloud);
        SyncStatus status = program.worker().status();
        require(
                status.problem().isEmpty() && status.lastSuccess().isPresent(),
                till + ": sync has trouble: " + status.problem().orElse("never succeeded"));
    }

    private void journal(String till, Program program) {
        List<String> faults = program.journal().verify().faults();
        require(faults.isEmpty(), till + ": the journal is broken: " + faults);
        for (JournalHeads.Head head : world.cloud().journals().of(world.tenant())) {
            // A file that went back in time has written other entries under the same numbers: that must show.
            boolean whole = head.missing() == 0 && head.breaks() == 0;
            require(whole || restored.contains(head.posId()), "the cloud's picture of a journal is broken: " + head);
        }
    }

    /** Gapless at the cloud, but for what it had to refuse. */
    private void streams() {
        Map<String, Set<Long>> sent = new HashMap<>();
        Map<String, Set<Long>> refused = new HashMap<>();
        world.tills().forEach(till -> till.machine().program().ifPresent(program -> events(program)
                .forEach(event -> (isNonsense(event) ? refused : sent)
                        .computeIfAbsent(event.posId().value(), pos -> new HashSet<>())
                        .add(event.localEventId()))));
        long events = sent.values().stream().mapToLong(Set::size).sum();
        require(
                !restored.isEmpty() || summary.events() == events,
                "the cloud holds " + summary.events() + " events, the tills " + events);
        for (SalesSummary.Stream stream : summary.streams()) {
            if (restored.contains(stream.posId())) {
                continue;
            }
            Set<Long> here = sent.getOrDefault(stream.posId(), Set.of());
            Set<Long> bad = refused.getOrDefault(stream.posId(), Set.of());
            long highest = here.stream().mapToLong(Long::longValue).max().orElse(0);
            long gaps = bad.stream().filter(number -> number < highest).count();
            require(
                    stream.highest() == highest && stream.missing() == gaps,
                    "stream " + stream + " should reach " + highest + " with " + gaps + " gaps");
            long contiguous = bad.stream().mapToLong(Long::longValue).min().orElse(highest + 1) - 1;
            require(
                    stream.contiguous() == Math.min(contiguous, highest),
                    "stream " + stream + " should be whole up to " + contiguous);
        }
    }

    private static List<Event> events(Program program) {
        return program.outbox().entries(List.of(OutboxEntry.State.values()), ALL).stream()
                .map(OutboxEntry::event)
                .toList();
    }

    private static boolean isNonsense(Event event) {
        return event.payload().equals(Program.NONSENSE);
    }

    private static Map<UUID, Long> receipts(Program program) {
        Map<UUID, Long> receipts = new HashMap<>();
        program.receipts()
                .forEach(receipt ->
                        receipts.put(receipt.sale().saleId(), receipt.sale().totalMinor()));
        return receipts;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            world.violated(sentence);
        }
    }
}
