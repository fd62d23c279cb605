package outpost.cloud.internal.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.entity.QuarantinedEvent;
import outpost.cloud.internal.store.Database;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The refused events of a tenant. */
public final class QuarantineList {
    private static final int MOST = 500;

    private final Database database;

    public QuarantineList(Database database) {
        this.database = database;
    }

    /**
     * A refused event.
     *
     * @param quarantineId SHA-256 of the event as it was delivered
     * @param deliveredBy the terminal that sent it
     * @param terminalId whose it says it is, with {@code posId} and {@code localEventId}, where that is readable
     * @param event its JSON, as text
     * @param settledAt when what it tells was accepted after all, under its own key or another
     * @param deliveries how often it came
     */
    public record View(
            String quarantineId,
            String deliveredBy,
            String branchId,
            Optional<String> terminalId,
            Optional<String> posId,
            Optional<Long> localEventId,
            String code,
            String reason,
            String event,
            String firstSeenAt,
            String lastSeenAt,
            Optional<String> settledAt,
            long deliveries) {}

    /** The latest ones, of all branches or of one, newest first. */
    public List<View> latest(TenantId tenant, Optional<BranchId> branch) {
        return database.read(em -> em.createQuery(
                        "SELECT q FROM QuarantinedEvent q WHERE q.tenantId = :tenant"
                                + " AND (:branch = '' OR q.branchId = :branch) ORDER BY q.lastSeenAt DESC, q.quarantineId",
                        QuarantinedEvent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("branch", branch.map(BranchId::value).orElse(""))
                .setMaxResults(MOST)
                .getResultStream()
                .map(QuarantineList::view)
                .toList());
    }

    private static View view(QuarantinedEvent q) {
        return new View(
                q.quarantineId(),
                q.deliveredBy(),
                q.branchId(),
                q.terminalId(),
                q.posId(),
                q.localEventId(),
                q.code(),
                q.reason(),
                q.event(),
                Instant.ofEpochMilli(q.firstSeenAt()).toString(),
                Instant.ofEpochMilli(q.lastSeenAt()).toString(),
                q.settledAt().map(at -> Instant.ofEpochMilli(at).toString()),
                q.deliveries());
    }
}
