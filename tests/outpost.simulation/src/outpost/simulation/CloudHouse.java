package outpost.simulation;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.List;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.access.CloudIdentity;
import outpost.cloud.internal.store.Database;

/** One database in memory for the clouds of all seeds: each has a tenant of its own, which is removed when the seed is done. */
final class CloudHouse implements AutoCloseable {
    private final Database database;
    private final CloudIdentity identity;

    CloudHouse() {
        database = new Database(
                new DatabaseSettings("jdbc:h2:mem:simulation;DB_CLOSE_DELAY=-1", "simulation", ""));
        identity = CloudIdentity.of(database, new SecureRandom());
    }

    Database database() {
        return database;
    }

    CloudIdentity identity() {
        return identity;
    }

    /** Removes everything of a tenant. */
    void remove(String tenant) {
        database.write(em -> {
            em.createNativeQuery("SET REFERENTIAL_INTEGRITY FALSE").executeUpdate();
            tables(em).forEach(table -> em.createNativeQuery("DELETE FROM " + table + " WHERE tenant_id = ?")
                    .setParameter(1, tenant)
                    .executeUpdate());
            return em.createNativeQuery("SET REFERENTIAL_INTEGRITY TRUE").executeUpdate();
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> tables(EntityManager em) {
        return em.createNativeQuery(
                        "SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t"
                                + " ON t.table_name = c.table_name AND t.table_schema = c.table_schema"
                                + " WHERE c.table_schema = 'PUBLIC' AND c.column_name = 'TENANT_ID' AND t.table_type = 'BASE TABLE'")
                .getResultList();
    }

    @Override
    public void close() {
        database.close();
    }
}
