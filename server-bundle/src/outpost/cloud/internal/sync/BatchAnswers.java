package outpost.cloud.internal.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import outpost.cloud.internal.store.Database;

/** What batches were answered, for those that come again. */
public final class BatchAnswers {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    public BatchAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Forgets what is older than 30 days. A push does not do that itself: it would cost each of them a statement. */
    public void forget() {
        List<String> tenants = database.read(em ->
                em.createQuery("SELECT t.tenantId FROM Tenant t", String.class).getResultList());
        for (String tenant : tenants) {
            database.write(
                    em -> em.createQuery("DELETE FROM PushedBatch b WHERE b.tenantId = :tenant AND b.receivedAt < :end")
                            .setParameter("tenant", tenant)
                            .setParameter("end", clock.millis() - KEPT.toMillis())
                            .executeUpdate());
        }
    }
}
