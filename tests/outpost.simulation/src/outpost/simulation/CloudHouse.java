package outpost.simulation;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.access.CloudIdentity;
import outpost.cloud.internal.store.Database;

/** One database in memory for the clouds of many seeds, each a tenant of its own. */
final class CloudHouse implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Database database;
    private final CloudIdentity identity;

    CloudHouse() {
        String name = "simulation-" + MADE.incrementAndGet();
        // It ends with its last connection. It understands each statement once, and not anew for each seed.
        database =
                new Database(new DatabaseSettings("jdbc:h2:mem:" + name + ";QUERY_CACHE_SIZE=1000", "simulation", ""));
        identity = CloudIdentity.of(database, new SecureRandom());
    }

    Database database() {
        return database;
    }

    CloudIdentity identity() {
        return identity;
    }

    @Override
    public void close() {
        database.close();
    }
}
