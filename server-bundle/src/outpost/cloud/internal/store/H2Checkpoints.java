package outpost.cloud.internal.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import outpost.cloud.internal.store.PatientDisk.Room;

/**
 * Forces H2's file to disk: H2 itself does not do it at commit, whatever its WRITE_DELAY. One checkpoint covers every
 * commit that came before it, so commits that wait for the same checkpoint share it.
 */
final class H2Checkpoints implements DurableCommits {
    private final DataSource connections;
    private final Room room;
    private final AtomicLong requested = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock();
    private long covered;

    /** @param room on the database's disk */
    H2Checkpoints(DataSource connections, Room room) {
        this.connections = connections;
        this.room = room;
    }

    @Override
    public void require() {
        if (room.isFull()) {
            throw new StorageException("The disk is full: nothing is stored until there is room");
        }
    }

    @Override
    public void force() {
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
    public void close() {
        room.close();
    }
}
