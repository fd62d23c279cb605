package outpost.cloud.internal.nodes;

import java.time.Duration;
import java.util.List;
import outpost.cloud.internal.store.Database;

/** The processes that serve one database: each says from time to time that it is there, and how it is. Times are of the database's clock. */
public final class Nodes {
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
    /** One that is gone for so long is nobody's concern any more. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Database database;

    public Nodes(Database database) {
        this.database = database;
    }

    /**
     * A node as it was when it was last heard of.
     *
     * @param name where it listens
     * @param silentMillis how long ago that was
     * @param diskFreeBytes in its data folder
     * @param connections of tills, to {@code sync/live}
     */
    public record Node(
            String nodeId,
            String name,
            long startedAtMillis,
            long silentMillis,
            long diskFreeBytes,
            long connections) {}

    /** Says that a node is there. */
    public void beat(String nodeId, String name, long diskFreeBytes, long connections) {
        database.write(em -> {
            em.createNativeQuery("DELETE FROM node WHERE seen_at < " + NOW + " - ?")
                    .setParameter(1, REMEMBERED.toMillis())
                    .executeUpdate();
            int known = em.createNativeQuery(
                            "UPDATE node SET seen_at = " + NOW + ", disk_free = ?, connections = ? WHERE node_id = ?")
                    .setParameter(1, diskFreeBytes)
                    .setParameter(2, connections)
                    .setParameter(3, nodeId)
                    .executeUpdate();
            if (known == 0) {
                // Of a process that was killed there the name is left: this one has taken its place.
                em.createNativeQuery("DELETE FROM node WHERE name = ?")
                        .setParameter(1, name)
                        .executeUpdate();
                em.createNativeQuery(
                                "INSERT INTO node (node_id, name, started_at, seen_at, disk_free, connections) VALUES (?, ?, "
                                        + NOW + ", " + NOW + ", ?, ?)")
                        .setParameter(1, nodeId)
                        .setParameter(2, name)
                        .setParameter(3, diskFreeBytes)
                        .setParameter(4, connections)
                        .executeUpdate();
            }
            return nodeId;
        });
    }

    /** Says that a node ends in good order. */
    public void leave(String nodeId) {
        database.write(em -> em.createNativeQuery("DELETE FROM node WHERE node_id = ?")
                .setParameter(1, nodeId)
                .executeUpdate());
    }

    /** All that were heard of lately, those that are silent by now among them; by name. */
    public List<Node> all() {
        return database
                .<List<?>>read(em -> em.createNativeQuery("SELECT node_id, name, started_at, " + NOW
                                + " - seen_at, disk_free, connections FROM node ORDER BY name, node_id")
                        .getResultList())
                .stream()
                .map(row -> node((Object[]) row))
                .toList();
    }

    private static Node node(Object[] row) {
        return new Node(
                (String) row[0], (String) row[1], number(row[2]), number(row[3]), number(row[4]), number(row[5]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
