package outpost.cloud.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.apache.openjpa.util.ClassResolver;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.ContextLoader;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.nodes.LoopWire;
import outpost.cloud.internal.nodes.NotifyWire;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.nodes.Signals;
import outpost.cloud.internal.store.PatientDisk.Room;

/** The cloud's database: migrated when opened, reached by transactions that are durable when they return. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 16;
    private static final int ATTEMPTS = 5;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    private final HikariDataSource connections;
    private final EntityManagerFactory entities;
    private final DurableCommits durable;
    private final Runnable upkeep;
    private final Isolation repeatable;
    private final Signals signals;

    /** Opens the database and brings its schema up to date. */
    public Database(DatabaseSettings settings) {
        boolean h2 = settings.url().startsWith("jdbc:h2:");
        Room room = PatientDisk.room(settings.url());
        DataSource source = h2 ? h2(settings) : postgres(settings);
        connections = new HikariDataSource(pool(source));
        try {
            migrate(h2);
            entities = entities(h2 ? "h2(BatchLimit=500)" : "postgres(BatchLimit=500)");
        } catch (RuntimeException failure) {
            room.close();
            connections.close();
            throw failure;
        }
        repeatable = h2 ? Isolation.UNTIL_GIVEN_BACK : Isolation.FOR_THIS_TRANSACTION;
        upkeep = h2 ? () -> {} : new GrownTables(connections)::analyze;
        durable = h2 ? new H2Checkpoints(connections, room) : DurableCommits.BY_ITSELF;
        signals = new Signals(h2 ? new LoopWire() : new NotifyWire(connections, source));
    }

    /**
     * Runs the work in one transaction and returns its result once that is on disk. Where another transaction got in
     * the way (a key that it inserted first, a deadlock), the work runs again from its beginning, so it has to read what
     * it decides upon inside.
     *
     * @throws StorageException if the database fails; the work may then have been committed
     */
    public <T> T write(Function<EntityManager, T> work) {
        return write(ATTEMPTS, work);
    }

    /**
     * As {@link #write}, for work that cannot run twice.
     *
     * @throws StorageException also where another transaction got in the way
     */
    public <T> T writeOnce(Function<EntityManager, T> work) {
        return write(1, work);
    }

    /** Runs the work in one transaction and takes back all that it wrote. */
    public <T> T tryOut(Function<EntityManager, T> work) {
        return transaction(work, EntityTransaction::rollback).result();
    }

    /** Whether the database gives a connection that works. */
    public boolean isReachable() {
        try {
            requireConnection();
            return true;
        } catch (StorageException away) {
            return false;
        }
    }

    /**
     * Does what the database does not do soon enough by itself; to be called every few seconds.
     *
     * @throws StorageException if the database fails
     */
    public void keepUp() {
        upkeep.run();
    }

    /** By which all nodes on this database hear of changes. */
    public Signals signals() {
        return signals;
    }

    /** Runs work that only reads, on one unchanging picture of the database. */
    public <T> T read(Function<EntityManager, T> work) {
        return Conflicts.retry(
                        ATTEMPTS,
                        () -> transaction(em -> {
                            repeatable(em);
                            return work.apply(em);
                        }))
                .result();
    }

    /**
     * Asks by single statements, each of which sees the database as it is then: the least that a question costs, for those that come with every call.
     *
     * @throws StorageException if the database fails
     */
    public <T> T ask(Function<Sql, T> question) {
        return question.apply(new Sql(connections::getConnection));
    }

    private <T> T write(int attempts, Function<EntityManager, T> work) {
        durable.require();
        Committed<T> committed = Conflicts.retry(attempts, () -> transaction(work));
        durable.force();
        committed.signals().forEach(signals::raise);
        return committed.result();
    }

    private record Committed<T>(T result, Set<Signal> signals) {}

    private <T> Committed<T> transaction(Function<EntityManager, T> work) {
        return transaction(work, EntityTransaction::commit);
    }

    private <T> Committed<T> transaction(Function<EntityManager, T> work, Consumer<EntityTransaction> end) {
        requireConnection();
        EntityManager em = entities.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            end.accept(em.getTransaction());
            return new Committed<>(result, AfterCommit.of(em));
        } finally {
            end(em);
        }
    }

    /**
     * Asks for a connection before OpenJPA does: a transaction that begins without one is never given up by OpenJPA's factory, and each request
     * would leave one behind while the database is away.
     */
    private void requireConnection() {
        try (Connection connection = connections.getConnection()) {
            // The pool hands out only connections that work.
        } catch (SQLException away) {
            throw new StorageException("The database cannot be reached", away);
        }
    }

    /** Rolls back first: closing with a transaction still open would hide why it failed. */
    private static void end(EntityManager em) {
        try {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } finally {
            em.close();
        }
    }

    private void repeatable(EntityManager em) {
        try (Connection connection = em.unwrap(Connection.class)) {
            repeatable.set(connection);
        } catch (SQLException failure) {
            throw new StorageException("The database offers no repeatable read", failure);
        }
    }

    private void migrate(boolean h2) {
        Flyway.configure(Database.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(connections)
                .locations("classpath:outpost/cloud/migrations")
                .placeholders(Map.of("binary", h2 ? "" : "COLLATE \"C\""))
                .load()
                .migrate();
    }

    private EntityManagerFactory entities(String dictionary) {
        ClassLoader bundle = Database.class.getClassLoader();
        ClassResolver resolver = (context, environment) -> bundle;
        Map<String, Object> properties = Map.of(
                "openjpa.ClassResolver", resolver,
                "openjpa.ConnectionFactory", connections,
                "openjpa.ConnectionFactoryMode", "local",
                "openjpa.Optimistic", "false",
                "openjpa.jdbc.DBDictionary", dictionary,
                // Rows go out as they were persisted, table by table. Sorting them by what refers to what takes a flush
                // for each table, and each flush looks at all objects.
                "openjpa.jdbc.UpdateManager", "batching-operation-order",
                "openjpa.Log", "slf4j",
                "openjpa.RuntimeUnenhancedClasses", "unsupported",
                "openjpa.DynamicEnhancementAgent", "false",
                "jakarta.persistence.validation.mode", "none");
        EntityManagerFactory factory = ContextLoader.with(
                bundle, () -> new PersistenceProviderImpl().createEntityManagerFactory("cloud", properties));
        // OpenJPA reads its mappings at first use; done here, a fault in them shows at start and not in a request.
        factory.createEntityManager().close();
        return factory;
    }

    private static HikariConfig pool(DataSource source) {
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(true);
        // A till that is told to come again soon is better off than one that hangs while the database is away.
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.setPoolName("cloud");
        return pool;
    }

    private static DataSource h2(DatabaseSettings settings) {
        var source = new JdbcDataSource();
        // The shutdown closes the database in its turn; H2's own hook would close it under the requests still running.
        source.setURL(settings.url() + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    private static DataSource postgres(DatabaseSettings settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public void close() {
        durable.close();
        try {
            signals.close();
            closeEntities();
        } finally {
            connections.close();
        }
    }

    private void closeEntities() {
        try {
            entities.close();
        } catch (IllegalStateException left) {
            // OpenJPA keeps a transaction whose rollback failed with its database, and complains of it here.
            LOG.debug("A transaction ended with its database", left);
        }
    }
}
