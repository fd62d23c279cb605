package outpost.store.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.store.Store.Work;
import outpost.store.StoreException;
import outpost.store.Transaction;

/** A transaction on a {@link Session}. After a statement failed it can only be rolled back, even if the failure was caught;
 * only {@link #nested} stands between. */
final class SqliteTransaction implements Transaction {
    private final Session session;
    private final boolean writes;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean ended;
    private boolean failed;

    SqliteTransaction(Session session, boolean writes) {
        this.session = session;
        this.writes = writes;
    }

    @Override
    public int update(String sql, Object... arguments) {
        return run(sql, statement -> {
            bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    @Override
    public void updateAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        run(sql, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
        return query(sql, Integer.MAX_VALUE, mapper, arguments);
    }

    @Override
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments) {
        return query(sql, 1, mapper, arguments).stream().findFirst();
    }

    @Override
    public long number(String sql, Object... arguments) {
        return run(sql, statement -> {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("no row answers " + sql);
                }
                long number = result.getLong(1);
                if (result.wasNull()) {
                    throw new IllegalStateException("NULL answers " + sql);
                }
                return number;
            }
        });
    }

    @Override
    public <T> T nested(Work<T> part) {
        int followers = afterCommit.size();
        update("SAVEPOINT part");
        boolean kept = false;
        try {
            T result = part.in(this);
            requireIntact();
            kept = true;
            return result;
        } finally {
            if (!kept) {
                failed = false;
                afterCommit.subList(followers, afterCommit.size()).clear();
                update("ROLLBACK TO part");
            }
            update("RELEASE part");
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        requireRunning();
        if (!writes) {
            throw new IllegalStateException("a reading transaction is never committed");
        }
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    void requireIntact() {
        if (failed) {
            throw new StoreException("not committed, because a statement of the transaction failed");
        }
    }

    void end() {
        ended = true;
    }

    private <T> List<T> query(String sql, int limit, RowMapper<T> mapper, Object... arguments) {
        return run(sql, statement -> {
            bind(statement, arguments);
            List<T> values = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Row row = new SqliteRow(result);
                while (values.size() < limit && result.next()) {
                    values.add(mapper.map(row));
                }
            }
            return values;
        });
    }

    private <T> T run(String sql, Call<T> call) {
        requireRunning();
        requireIntact();
        try {
            PreparedStatement statement = session.take(sql);
            boolean clean = false;
            try {
                T result = call.on(statement);
                clean = true;
                return result;
            } finally {
                if (clean) {
                    session.giveBack(sql, statement);
                } else {
                    statement.close();
                }
            }
        } catch (SQLException e) {
            failed = true;
            throw Damage.told("cannot run: " + sql, e);
        }
    }

    private void requireRunning() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i] instanceof Optional<?> optional ? optional.orElse(null) : arguments[i];
            statement.setObject(i + 1, argument);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
