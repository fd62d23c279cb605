package outpost.cloud.internal.sync;

import java.util.Comparator;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** One file of a terminal, whose events are numbered without a gap. The order is only there to lock several always in the same one. */
record StreamId(TerminalId terminal, PosId pos) implements Comparable<StreamId> {
    private static final Comparator<StreamId> ORDER = Comparator.<StreamId, String>comparing(
                    id -> id.terminal().value())
            .thenComparing(id -> id.pos().value());

    static StreamId of(EventKey event) {
        return new StreamId(event.terminalId(), event.posId());
    }

    @Override
    public int compareTo(StreamId other) {
        return ORDER.compare(this, other);
    }
}
