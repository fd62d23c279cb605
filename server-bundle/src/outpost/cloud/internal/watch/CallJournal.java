package outpost.cloud.internal.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.values.BranchId;
import outpost.values.TenantId;

/**
 * What terminals have called lately, so that a person can see how the sync of one goes. It is written behind the calls: what a node had not written when it
 * died is missing, and a node that cannot keep up leaves some out.
 */
public final class CallJournal {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_SHOWN = 1_000;
    /** Of a call's name: one that the table does not hold would take all others that wait with it. */
    private static final int NAME_CHARS = 200;

    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final String node;
    private final AtomicLong number = new AtomicLong();
    private final BlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private record Call(Caller.Lane lane, View view) {}

    /**
     * A call.
     *
     * @param call as in {@code POST sync/push}
     * @param code of a refusal
     * @param millis from the request's head to the answer's
     * @param requestId by which a failure is found in the cloud's log
     */
    public record View(
            String at,
            String terminalId,
            String call,
            int status,
            Optional<String> code,
            long millis,
            Optional<String> requestId) {}

    /** @param node tells this process from every other one */
    public CallJournal(Database database, Clock clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /** Notes a call; nobody waits for the disk. */
    public void note(
            Caller.Lane lane, String call, int status, Optional<String> code, long millis, Optional<String> requestId) {
        String at = clock.instant().toString();
        String name = call.substring(0, Math.min(call.length(), NAME_CHARS));
        waiting.offer(new Call(lane, new View(at, lane.terminal().value(), name, status, code, millis, requestId)));
    }

    /** Writes what was noted since the last time. */
    public void write() {
        List<Call> calls = new ArrayList<>();
        waiting.drainTo(calls);
        if (!calls.isEmpty()) {
            database.write(em -> {
                try (Connection connection = em.unwrap(Connection.class)) {
                    insert(connection, calls);
                } catch (SQLException failure) {
                    throw new StorageException("The calls cannot be written", failure);
                }
                return calls;
            });
        }
    }

    private void insert(Connection connection, List<Call> calls) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO sync_call (tenant_id, terminal_id, call_id, at, call_name, status, code, millis, request_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Call call : calls) {
                row.setString(1, call.lane().tenant().value());
                row.setString(2, call.lane().terminal().value());
                row.setString(3, node + "-" + number.incrementAndGet());
                row.setLong(4, Instant.parse(call.view().at()).toEpochMilli());
                row.setString(5, call.view().call());
                row.setInt(6, call.view().status());
                row.setString(7, call.view().code().orElse(null));
                row.setLong(8, call.view().millis());
                row.setString(9, call.view().requestId().orElse(""));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    /** Forgets what is older than a week. */
    public void forget() {
        database.write(em -> em.createNativeQuery("DELETE FROM sync_call WHERE at < ?")
                .setParameter(1, clock.millis() - KEPT.toMillis())
                .executeUpdate());
    }

    /**
     * The latest calls, newest first.
     *
     * @param terminal whose; absent for all
     * @throws outpost.cloud.internal.RefusedException if there is no such tenant
     */
    public List<View> latest(TenantId tenant, Optional<BranchId> branch, Optional<String> terminal, int limit) {
        write();
        return database
                .<List<?>>read(em -> {
                    Shops.requireTenant(em, tenant);
                    return em.createNativeQuery(
                                    "SELECT c.at, c.terminal_id, c.call_name, c.status, c.code, c.millis, c.request_id FROM sync_call c"
                                            + " JOIN terminal t ON t.tenant_id = c.tenant_id AND t.terminal_id = c.terminal_id"
                                            + " WHERE c.tenant_id = ? AND (? = '' OR t.branch_id = ?) AND (? = '' OR c.terminal_id = ?)"
                                            + " ORDER BY c.at DESC, c.call_id DESC")
                            .setParameter(1, tenant.value())
                            .setParameter(2, branch.map(BranchId::value).orElse(""))
                            .setParameter(3, branch.map(BranchId::value).orElse(""))
                            .setParameter(4, terminal.orElse(""))
                            .setParameter(5, terminal.orElse(""))
                            .setMaxResults(Math.max(1, Math.min(limit, MOST_SHOWN)))
                            .getResultList();
                })
                .stream()
                .map(row -> view((Object[]) row))
                .toList();
    }

    private static View view(Object[] row) {
        return new View(
                Instant.ofEpochMilli(((Number) row[0]).longValue()).toString(),
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                Optional.ofNullable((String) row[4]),
                ((Number) row[5]).longValue(),
                Optional.of((String) row[6]).filter(id -> !id.isEmpty()));
    }
}
