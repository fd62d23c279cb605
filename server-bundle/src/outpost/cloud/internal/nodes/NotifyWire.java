package outpost.cloud.internal.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.store.StorageException;

/**
 * PostgreSQL's NOTIFY and LISTEN. Signals are sent after their transaction and not in it: a NOTIFY within would let all commits of the database that
 * have one wait for each other. Listening has a connection of its own, which is opened anew when it breaks.
 */
public final class NotifyWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyWire.class);
    private static final String CHANNEL = "outpost_signals";
    private static final int WAIT_MILLIS = 500;
    /** A connection whose other end has vanished looks idle. */
    private static final int IDLE_WAITS_BEFORE_TEST = 40;

    private static final int TEST_SECONDS = 5;
    private static final long PAUSE_MILLIS = 2_000;
    private static final long STOP_MILLIS = 10_000;

    private final DataSource pool;
    private final DataSource server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread;

    /**
     * @param pool for sending
     * @param server gives the connection to listen on, which is none of the pool's
     */
    public NotifyWire(DataSource pool, DataSource server) {
        this.pool = pool;
        this.server = server;
    }

    @Override
    public void open(Receiver receiver) {
        thread = new Thread(() -> run(receiver), "outpost-signals-in");
        thread.start();
    }

    @Override
    public void send(Set<Signal> signals) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            for (Signal signal : signals) {
                statement.setString(1, CHANNEL);
                statement.setString(2, signal.text());
                statement.execute();
            }
        } catch (SQLException failure) {
            throw new StorageException("The other nodes cannot be told", failure);
        }
    }

    private void run(Receiver receiver) {
        boolean told = false;
        while (!isClosing(0)) {
            try (Connection connection = server.getConnection()) {
                listen(connection, receiver);
            } catch (SQLException away) {
                if (!told) {
                    LOG.warn(
                            "Other nodes are not heard now; what they change is found by looking: {}",
                            away.getMessage());
                }
                told = true;
                isClosing(PAUSE_MILLIS);
            }
        }
    }

    private void listen(Connection connection, Receiver receiver) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        receiver.interrupted();
        PGConnection notified = connection.unwrap(PGConnection.class);
        int idle = 0;
        while (!isClosing(0)) {
            PGNotification[] heard = notified.getNotifications(WAIT_MILLIS);
            idle = heard == null || heard.length == 0 ? idle + 1 : 0;
            if (idle > IDLE_WAITS_BEFORE_TEST) {
                idle = 0;
                if (!connection.isValid(TEST_SECONDS)) {
                    throw new SQLException("The connection is dead");
                }
            }
            if (heard != null) {
                for (PGNotification one : heard) {
                    deliver(one.getParameter(), receiver);
                }
            }
        }
    }

    private static void deliver(String text, Receiver receiver) {
        try {
            receiver.received(Signal.parse(text));
        } catch (IllegalArgumentException newer) {
            LOG.debug("A signal of a newer node is not known here: {}", text);
        }
    }

    private boolean isClosing(long waitMillis) {
        try {
            return closing.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
