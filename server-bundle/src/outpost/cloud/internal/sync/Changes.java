package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.catalog.BranchPriceRows;
import outpost.cloud.internal.store.Database;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.ErrorCode;
import outpost.protocol.Limits;
import outpost.protocol.PullAnswer;

/** What has changed in the catalog of a terminal's branch behind a cursor, tombstones included. */
public final class Changes {
    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /** As {@link #after(Caller.Lane, long, int, Selection)}, with entities of all types. */
    public PullAnswer after(Caller.Lane lane, long cursor, int limit) {
        return after(lane, cursor, limit, Selection.ALL);
    }

    /**
     * @param cursor the change sequence that the till has reached
     * @param selection what is left out is passed over: the cursor goes on behind it
     * @throws RefusedException if the limit is out of bounds, or this cloud never came as far as that cursor
     */
    public PullAnswer after(Caller.Lane lane, long cursor, int limit, Selection selection) {
        if (cursor < 0) {
            throw RefusedException.invalid("cursor", "cursor is " + cursor + ", must not be negative");
        }
        if (limit < 1 || limit > Limits.CHANGES_PER_PULL) {
            throw RefusedException.invalid("limit", "limit is " + limit + ", must be 1 to " + Limits.CHANGES_PER_PULL);
        }
        return database.read(em -> {
            CatalogState state = BranchCatalog.state(em, lane);
            if (cursor > state.cursor()) {
                throw new RefusedException(
                        410,
                        ErrorCode.POS_CATALOG_DELTA_FAILED,
                        "This cloud's last change is " + state.cursor() + "; take a snapshot");
            }
            if (cursor == state.cursor()) {
                return new PullAnswer(List.of(), cursor, false, state);
            }
            Stream<Entity> shared = em.createQuery(
                            "SELECT r.type, r.id, r.seq, r.body FROM CatalogRow r"
                                    + " WHERE r.tenantId = :tenant AND r.seq > :cursor" + selection.condition()
                                    + " ORDER BY r.seq",
                            Object[].class)
                    .setParameter("tenant", lane.tenant().value())
                    .setParameter("cursor", cursor)
                    .setMaxResults(limit + 1)
                    .getResultStream()
                    .map(row -> new Entity(
                            (String) row[0], (String) row[1], (Long) row[2], Optional.ofNullable((String) row[3])));
            List<Entity> changes = new ArrayList<>(Stream.concat(shared, own(em, lane, cursor, limit, selection))
                    .sorted(Comparator.comparingLong(Entity::seq))
                    .limit(limit + 1L)
                    .toList());
            boolean more = changes.size() > limit;
            if (more) {
                changes.remove(limit);
            }
            return new PullAnswer(changes, more ? changes.get(limit - 1).seq() : state.cursor(), more, state);
        });
    }

    private static Stream<Entity> own(EntityManager em, Caller.Lane lane, long cursor, int limit, Selection selection) {
        return selection.wants(Entity.BRANCH_PRICE)
                ? new BranchPriceRows(em, lane.tenant(), lane.branch()).changedAfter(cursor, limit + 1).stream()
                : Stream.empty();
    }
}
