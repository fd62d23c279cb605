package outpost.cloud.internal.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.store.Database;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.ErrorCode;
import outpost.protocol.Limits;
import outpost.protocol.PullAnswer;
import outpost.values.TenantId;

/** What has changed in a tenant's catalog behind a cursor, tombstones included. */
public final class Changes {
    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /** As {@link #after(TenantId, long, int, Selection)}, with entities of all types. */
    public PullAnswer after(TenantId tenant, long cursor, int limit) {
        return after(tenant, cursor, limit, Selection.ALL);
    }

    /**
     * @param cursor the change sequence that the till has reached
     * @param selection what is left out is passed over: the cursor goes on behind it
     * @throws RefusedException if the limit is out of bounds, or this cloud never came as far as that cursor
     */
    public PullAnswer after(TenantId tenant, long cursor, int limit, Selection selection) {
        if (cursor < 0) {
            throw RefusedException.invalid("cursor", "cursor is " + cursor + ", must not be negative");
        }
        if (limit < 1 || limit > Limits.CHANGES_PER_PULL) {
            throw RefusedException.invalid("limit", "limit is " + limit + ", must be 1 to " + Limits.CHANGES_PER_PULL);
        }
        return database.read(em -> {
            CatalogState state = em.find(Tenant.class, tenant.value()).catalogState();
            if (cursor > state.cursor()) {
                throw new RefusedException(
                        410,
                        ErrorCode.POS_CATALOG_DELTA_FAILED,
                        "This cloud's last change is " + state.cursor() + "; take a snapshot");
            }
            List<Entity> changes = new ArrayList<>(em.createQuery(
                            "SELECT r.type, r.id, r.seq, r.body FROM CatalogRow r"
                                    + " WHERE r.tenantId = :tenant AND r.seq > :cursor" + selection.condition()
                                    + " ORDER BY r.seq",
                            Object[].class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("cursor", cursor)
                    .setMaxResults(limit + 1)
                    .getResultStream()
                    .map(row -> new Entity(
                            (String) row[0], (String) row[1], (Long) row[2], Optional.ofNullable((String) row[3])))
                    .toList());
            boolean more = changes.size() > limit;
            if (more) {
                changes.remove(limit);
            }
            return new PullAnswer(changes, more ? changes.get(limit - 1).seq() : state.cursor(), more, state);
        });
    }
}
