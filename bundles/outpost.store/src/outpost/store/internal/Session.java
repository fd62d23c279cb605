package outpost.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.Store.Work;

/** One connection and the statements that were prepared on it. Used by one thread at a time. */
final class Session implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final int MAX_IDLE_STATEMENTS = 128;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);
    private boolean broken;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work, makes it durable, and then runs what was to follow the commit. */
    <T> T write(Work<T> work) {
        SqliteTransaction transaction = new SqliteTransaction(this, true);
        boolean committed = false;
        T result;
        try {
            result = work.in(transaction);
            transaction.requireIntact();
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw Damage.told("cannot commit", e);
        } finally {
            transaction.end();
            if (!committed) {
                rollback();
            }
        }
        transaction.afterCommit().forEach(Session::follow);
        return result;
    }

    <T> T read(Work<T> work) {
        SqliteTransaction transaction = new SqliteTransaction(this, false);
        try {
            return work.in(transaction);
        } finally {
            transaction.end();
            rollback();
        }
    }

    /** Whether the connection is in an unknown state and must be replaced. */
    boolean isBroken() {
        return broken;
    }

    /** Takes a statement out, so that the same text can run again while the first one's rows are read. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement statement = idle.remove(sql);
        return statement != null ? statement : connection.prepareStatement(sql);
    }

    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement replaced = idle.put(sql, statement);
        if (replaced != null) {
            replaced.close();
        }
        if (idle.size() > MAX_IDLE_STATEMENTS) {
            idle.remove(idle.keySet().iterator().next()).close();
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : idle.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            log.warn("Could not close a database connection", e);
        }
    }

    /** What follows a commit cannot undo it, so its failure is not the caller's. */
    private static void follow(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("An action after a commit failed; what was committed stays", e);
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // After some errors (disk full, I/O) SQLite has rolled back by itself and refuses a second time.
            log.warn("Replacing a database connection that cannot roll back: {}", e.getMessage());
            broken = true;
        }
    }
}
