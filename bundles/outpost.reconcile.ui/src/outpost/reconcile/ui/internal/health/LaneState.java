package outpost.reconcile.ui.internal.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outpost.outbox.BranchEvents.Delivered;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Range;
import outpost.reconcile.ui.internal.words.LaneNames;
import outpost.reconcile.ui.internal.words.Words;
import outpost.values.TerminalId;

/**
 * A lane of the branch, as this till knows it.
 *
 * @param connected whether it can be reached now; this till itself always can
 * @param events of it that are here
 * @param notAtCloud of these, how many the cloud is not known to have
 * @param gaps numbers that are missing between those that are here
 * @param holdings what is here of each of its number ranges
 */
record LaneState(
        TerminalId id,
        String name,
        boolean own,
        boolean connected,
        long events,
        long notAtCloud,
        long gaps,
        List<Holding> holdings) {
    LaneState {
        holdings = List.copyOf(holdings);
    }

    /** Whether it can be reached, in a word or two. */
    String state(HealthMessages messages) {
        if (own) {
            return messages.thisOne();
        }
        return connected ? messages.connected() : messages.notConnected();
    }

    /** This till first, then the others by name. */
    static List<LaneState> of(List<Holding> holdings, Set<TerminalId> connected, LaneNames names, Words words) {
        Map<TerminalId, List<Holding>> byLane = new LinkedHashMap<>();
        byLane.put(names.own(), new ArrayList<>());
        names.names().keySet().forEach(lane -> byLane.putIfAbsent(lane, new ArrayList<>()));
        holdings.forEach(holding -> byLane.computeIfAbsent(holding.terminalId(), lane -> new ArrayList<>())
                .add(holding));
        List<LaneState> lanes = new ArrayList<>();
        byLane.forEach((lane, held) -> lanes.add(of(lane, held, connected, names, words)));
        lanes.sort(Comparator.comparing((LaneState lane) -> !lane.own()).thenComparing(LaneState::name));
        return List.copyOf(lanes);
    }

    private static LaneState of(
            TerminalId lane, List<Holding> held, Set<TerminalId> connected, LaneNames names, Words words) {
        boolean own = lane.equals(names.own());
        return new LaneState(
                lane,
                names.of(lane.value(), words),
                own,
                own || connected.contains(lane),
                held.stream().mapToLong(LaneState::events).sum(),
                held.stream().mapToLong(LaneState::notAtCloud).sum(),
                held.stream().mapToLong(LaneState::gaps).sum(),
                held);
    }

    /** @param holding what is here of one number range */
    static long events(Holding holding) {
        return holding.ranges().stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
    }

    private static long notAtCloud(Holding holding) {
        long upTo = holding.atCloud().map(Delivered::upTo).orElse(0L);
        return holding.ranges().stream()
                .mapToLong(range -> Math.max(0, range.last() - Math.max(upTo, range.first() - 1)))
                .sum();
    }

    /** What is missing below the first number here is in the archive, or was never wanted. */
    static long gaps(Holding holding) {
        long gaps = 0;
        List<Range> ranges = holding.ranges();
        for (int place = 1; place < ranges.size(); place++) {
            gaps += ranges.get(place).first() - ranges.get(place - 1).last() - 1;
        }
        return gaps;
    }
}
