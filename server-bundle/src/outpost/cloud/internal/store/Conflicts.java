package outpost.cloud.internal.store;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** Tells a transaction that lost against another one from a database that fails. */
final class Conflicts {

    /** Duplicate key, deadlock, serialization failure, and H2's lock timeout and "row changed meanwhile". */
    private static final Set<String> LOST = Set.of("23505", "40001", "40P01", "HYT00", "90131");

    private Conflicts() {}

    /** Runs the transaction again while it loses against others, at most {@code attempts} times in all. */
    static <T> T retry(int attempts, Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (PersistenceException | StorageException failure) {
                if (attempt == attempts || !lost(failure)) {
                    throw new StorageException("The transaction failed", failure);
                }
            }
        }
    }

    private static boolean lost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && LOST.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
