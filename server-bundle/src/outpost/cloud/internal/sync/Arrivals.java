package outpost.cloud.internal.sync;

import java.util.Optional;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.Database;
import outpost.protocol.StreamState;
import outpost.values.PosId;

/** How far a terminal's own events have arrived, so that it finds out whether its file is older than, or a copy of, what the cloud knows. */
public final class Arrivals {
    private final Database database;

    public Arrivals(Database database) {
        this.database = database;
    }

    /** What is here of that file of the caller's; zeros where nothing is. */
    public StreamState of(Caller.Lane caller, PosId pos) {
        String tenant = caller.tenant().value();
        String terminal = caller.terminal().value();
        return database.read(em -> Optional.ofNullable(
                        em.find(EventStream.class, new EventStream.Key(tenant, terminal, pos.value())))
                .filter(stream -> stream.highest() > 0)
                .map(stream -> new StreamState(
                        pos,
                        stream.contiguous(),
                        stream.highest(),
                        em.find(LedgerEvent.class, new LedgerEvent.Key(tenant, terminal, pos.value(), stream.highest()))
                                .hash(),
                        stream.missing()))
                .orElseGet(() -> StreamState.unknown(pos)));
    }
}
