package outpost.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One running transaction. Arguments may be {@code String}, {@code Long}, {@code Integer}, {@code Boolean}, {@code byte[]} or an {@link Optional} of these
 * (empty is NULL).
 */
@ProviderType
public interface Transaction {
    /** Runs an INSERT, UPDATE or DELETE and answers how many rows it touched. */
    int update(String sql, Object... arguments);

    /** Runs the same statement for each row of arguments, in one go. */
    void updateAll(String sql, List<Object[]> rows);

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments);

    /** The first row, if there is one. */
    <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments);

    /** The first column of the only row. */
    long number(String sql, Object... arguments);

    /**
     * Runs a part of this transaction that may fail alone: what it throws undoes what it wrote, is thrown on, and leaves the rest of the transaction as it
     * was. Parts may lie within parts.
     */
    <T> T nested(Store.Work<T> part);

    /** Runs after this transaction has become durable, on the writer thread: keep it short. It does not run after a rollback. */
    void afterCommit(Runnable action);

    /** Turns the current row into a value. */
    @FunctionalInterface
    interface RowMapper<T> {
        T map(Row row);
    }

    /** One row of a result, by column name. */
    @ProviderType
    interface Row {
        String text(String column);

        Optional<String> optionalText(String column);

        long number(String column);

        boolean flag(String column);

        byte[] bytes(String column);
    }
}
