package outpost.cloud.internal.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces H2's file to disk: H2 itself does not do it at commit, whatever its WRITE_DELAY. One checkpoint covers every
 * commit that came before it, so commits that wait for the same checkpoint share it.
 *
 * <p>Once H2 could not write, because the disk is full, it closes the database under all connections, and what was committed since the last checkpoint is gone. It
 * opens again only when the last connection is closed. Therefore one is held here beside the pool's: as long as it is, a checkpoint speaks of the same opening as the
 * commits before it; and it is let go of, with all others, when H2 says that the database is closed.
 */
final class H2Checkpoints implements DurableCommits {
    private static final Logger LOG = LoggerFactory.getLogger(H2Checkpoints.class);

    private final HikariDataSource connections;
    private final DataSource source;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong openings = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Connection> held = Optional.empty();
    private long covered;

    /** @param source where the pool has its connections from */
    H2Checkpoints(HikariDataSource connections, DataSource source) {
        this.connections = connections;
        this.source = source;
    }

    @Override
    public synchronized long opening() {
        if (held.isEmpty()) {
            try {
                held = Optional.of(source.getConnection());
            } catch (SQLException failure) {
                throw new StorageException("The database cannot be opened", failure);
            }
        }
        return openings.get();
    }

    @Override
    public void force(long opening) {
        long mine = requested.incrementAndGet();
        // Held over I/O on purpose: H2 makes one checkpoint at a time, and those who wait here have nothing else to do.
        turn.lock();
        try {
            if (covered < mine) {
                long upTo = requested.get();
                checkpoint();
                covered = upTo;
            }
        } finally {
            turn.unlock();
        }
        if (openings.get() != opening) {
            throw new StorageException("The database was opened anew since the commit, which may be lost");
        }
    }

    @Override
    public void failed(StorageException failure) {
        if (isClosed(failure)) {
            openAnew();
        }
    }

    private synchronized void openAnew() {
        // Counted before the last connection goes: nobody's checkpoint in the next opening counts for a commit in this
        // one.
        openings.incrementAndGet();
        if (held.isPresent()) {
            LOG.warn("The database has closed itself and is opened anew");
        }
        letGo();
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    private void letGo() {
        held.ifPresent(connection -> {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.debug("A connection to a closed database cannot be closed", failure);
            }
        });
        held = Optional.empty();
    }

    private static boolean isClosed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED) {
                return true;
            }
        }
        return false;
    }

    private void checkpoint() {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException failure) {
            throw new StorageException("The database could not be forced to disk", failure);
        }
    }

    @Override
    public synchronized void close() {
        letGo();
    }
}
