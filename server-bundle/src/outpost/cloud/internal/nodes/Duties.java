package outpost.cloud.internal.nodes;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import outpost.cloud.internal.store.Database;

/**
 * Work that one node does for all. A duty is held for a while and has to be taken again before that ends; a node that dies leaves it to the first one
 * that asks later. Two nodes may do the same work once where one was stopped in the middle, so it has to bear that.
 */
public final class Duties {
    /** The database's clock: the nodes' own ones may differ. */
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

    private final Database database;
    private final String node;

    /** @param node tells this process from every other one */
    public Duties(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /**
     * Takes or keeps a duty.
     *
     * @return whether it is this node's for that long
     * @throws outpost.cloud.internal.store.StorageException if the database fails
     */
    public boolean take(String duty, Duration lease) {
        return database.write(em -> {
            int taken = em.createNativeQuery("UPDATE duty SET node_id = ?, until_at = " + NOW
                            + " + ? WHERE duty_id = ? AND (node_id = ? OR until_at < " + NOW + ")")
                    .setParameter(1, node)
                    .setParameter(2, lease.toMillis())
                    .setParameter(3, duty)
                    .setParameter(4, node)
                    .executeUpdate();
            if (taken > 0 || isKnown(em, duty)) {
                return taken > 0;
            }
            em.createNativeQuery("INSERT INTO duty (duty_id, node_id, until_at) VALUES (?, ?, " + NOW + " + ?)")
                    .setParameter(1, duty)
                    .setParameter(2, node)
                    .setParameter(3, lease.toMillis())
                    .executeUpdate();
            return true;
        });
    }

    private static boolean isKnown(EntityManager em, String duty) {
        return !em.createNativeQuery("SELECT duty_id FROM duty WHERE duty_id = ?")
                .setParameter(1, duty)
                .getResultList()
                .isEmpty();
    }

    /** Gives up all duties of this node, so that another one need not wait for their end. */
    public void release() {
        database.write(em -> em.createNativeQuery("DELETE FROM duty WHERE node_id = ?")
                .setParameter(1, node)
                .executeUpdate());
    }
}
