package outpost.cloud.internal.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.Database;
import outpost.protocol.BranchStreams;
import outpost.protocol.Event;
import outpost.protocol.EventsAnswer;
import outpost.protocol.Limits;
import outpost.protocol.StreamState;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * How far the events of a terminal and its branch have arrived, so that it finds out whether its file is older than, or a copy of, what the cloud knows; and
 * those events, for a terminal that has lost them.
 */
public final class Arrivals {
    private final Database database;

    public Arrivals(Database database) {
        this.database = database;
    }

    /** Of which files of the caller's branch something is here. */
    public BranchStreams ofBranch(Caller.Lane caller) {
        return new BranchStreams(database.read(em -> em.createQuery(
                        "SELECT s.terminalId, s.posId, s.highest FROM EventStream s, Terminal t"
                                + " WHERE s.tenantId = :tenant AND s.highest > 0 AND t.tenantId = s.tenantId"
                                + " AND t.terminalId = s.terminalId AND t.branchId = :branch"
                                + " ORDER BY s.terminalId, s.posId",
                        Object[].class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("branch", caller.branch().value())
                .getResultStream()
                .map(row -> new BranchStreams.Stream(
                        new TerminalId((String) row[0]), new PosId((String) row[1]), (Long) row[2]))
                .toList()));
    }

    /** Events of the caller's branch behind that number, by rising number: at most as many as a push may have, at least one if there is one. */
    public EventsAnswer events(Caller.Lane caller, TerminalId terminal, PosId pos, long after) {
        List<Event> found = database.read(em -> {
            StoredEvents stored = new StoredEvents(em);
            return em.createQuery(
                            "SELECT e FROM LedgerEvent e WHERE e.tenantId = :tenant AND e.terminalId = :terminal"
                                    + " AND e.posId = :pos AND e.localEventId > :after AND e.branchId = :branch"
                                    + " ORDER BY e.localEventId",
                            LedgerEvent.class)
                    .setParameter("tenant", caller.tenant().value())
                    .setParameter("terminal", terminal.value())
                    .setParameter("pos", pos.value())
                    .setParameter("after", after)
                    .setParameter("branch", caller.branch().value())
                    .setMaxResults(Limits.EVENTS_PER_PUSH)
                    .getResultStream()
                    .map(stored::of)
                    .toList();
        });
        List<Event> bounded = new ArrayList<>();
        long chars = 0;
        for (Event event : found) {
            chars += event.payload().length();
            if (chars > Limits.PUSH_BYTES && !bounded.isEmpty()) {
                break;
            }
            bounded.add(event);
        }
        return new EventsAnswer(bounded);
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
