package outpost.sync.peer.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outpost.outbox.BranchEvents.Range;
import outpost.sync.peer.internal.Message.Stream;
import outpost.values.EventKey;
import outpost.values.PosId;

/** What the other lane needs no sending of: it has said that it has it, or that it does not take it. */
final class Theirs {
    private final Map<PosId, Ranges> streams = new HashMap<>();

    void replace(List<Stream> told) {
        streams.clear();
        told.forEach(stream -> of(stream.posId()).add(Ranges.of(stream.ranges())));
    }

    void add(EventKey key) {
        of(key.posId()).add(new Range(key.localEventId(), key.localEventId()));
    }

    Ranges of(PosId posId) {
        return streams.computeIfAbsent(posId, unknown -> new Ranges());
    }

    boolean contains(EventKey key) {
        return of(key.posId()).contains(key.localEventId());
    }
}
