package outpost.reconcile.ui.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.outbox.Backlog;
import outpost.protocol.EventType;
import outpost.protocol.SyncStatus;

/**
 * How this till and its lanes are at one moment.
 *
 * @param at this moment
 * @param status empty where nothing here talks with a cloud
 * @param waiting own events by type
 * @param parked own events by type
 */
record Health(
        Instant at,
        Optional<SyncStatus> status,
        Backlog backlog,
        Map<EventType, Long> waiting,
        Map<EventType, Long> parked,
        long conflicts,
        List<LaneState> lanes,
        List<Hour> hours) {
    /** Before anything was read. */
    static final Health UNKNOWN = new Health(
            Instant.EPOCH,
            Optional.empty(),
            new Backlog(0, 0, Optional.empty(), 0, 0, 0, 0),
            Map.of(),
            Map.of(),
            0,
            List.of(),
            List.of());

    /** One kind of event, and how many of it wait and need a person. */
    record Kind(EventType type, long waiting, long parked) {}

    Health {
        waiting = Map.copyOf(waiting);
        parked = Map.copyOf(parked);
        lanes = List.copyOf(lanes);
        hours = List.copyOf(hours);
    }

    Condition condition() {
        return Condition.of(status, backlog.waiting(), backlog.parked(), conflicts);
    }

    long gaps() {
        return lanes.stream().mapToLong(LaneState::gaps).sum();
    }

    /** How long the oldest event that has not gone yet has waited. */
    Optional<Duration> oldestWaiting() {
        return backlog.oldestWaiting().map(then -> Duration.between(then, at));
    }

    /** The most urgent kind first. */
    List<Kind> kinds() {
        List<EventType> types = new ArrayList<>(waiting.keySet());
        parked.keySet().stream().filter(type -> !types.contains(type)).forEach(types::add);
        return types.stream()
                .sorted(Comparator.comparingInt(EventType::urgency).thenComparing(EventType::wireName))
                .map(type -> new Kind(type, waiting.getOrDefault(type, 0L), parked.getOrDefault(type, 0L)))
                .toList();
    }
}
