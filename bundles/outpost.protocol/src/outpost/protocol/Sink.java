package outpost.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Takes what the cloud owns, in the order in which the cloud gives it, and remembers how far it came.
 *
 * <p>Each call is one transaction: when it returns, the rows and the position are both durable; when it throws, or the power fails,
 * neither is. Calls come from one thread at a time. Reading and selling go on meanwhile.
 */
public interface Sink {
    /** How far this sink came; survives restarts. */
    Position position();

    /** Starts a new snapshot, or goes on with the one that was cut: what is already here stays sellable. */
    void begin(SnapshotLine.Header header);

    /** Adds rows to the running snapshot. */
    void add(List<Entity> rows);

    /** Tells that the running snapshot was cut and goes on later: now is the time for what had to stand back for its rows. */
    default void pause() {}

    /** Ends the running snapshot: rows that were not in it are gone, and deltas continue at the header's cursor. */
    void end();

    /** Applies a delta and moves the cursor. Rows older than what is here are skipped. */
    void apply(PullAnswer delta);

    /** Forgets the cursor, so that the next sync takes a snapshot; what is here stays sellable until then. */
    void restart();

    /**
     * @param state cursor, count and digest of what is here; cursor 0 before the first snapshot has ended
     * @param resumeAfter last row of a running snapshot that is here
     * @param running header of a running snapshot
     */
    record Position(CatalogState state, Optional<RowKey> resumeAfter, Optional<SnapshotLine.Header> running) {}

    /** What orders the rows of a snapshot. */
    record RowKey(String type, String id) {}
}
