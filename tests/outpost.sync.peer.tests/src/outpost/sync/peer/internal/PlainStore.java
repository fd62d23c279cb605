package outpost.sync.peer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteDataSource;
import outpost.store.Store;
import outpost.store.Transaction;

/** SQLite in memory behind the till's interface: several tills fit into one test, as the real store is one for each program. */
final class PlainStore implements Store, AutoCloseable {
    private final Connection connection;
    private final Set<String> migrated = new HashSet<>();

    PlainStore() {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        try {
            connection = memory.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized <T> T write(Work<T> work) {
        try {
            Plain transaction = new Plain();
            T result;
            try {
                result = work.in(transaction);
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            }
            transaction.afterCommit.forEach(Runnable::run);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return write(work);
    }

    @Override
    public void migrate(String unit, Class<?> owner) {
        if (!migrated.add(unit)) {
            return;
        }
        try (InputStream script = owner.getResourceAsStream("/db/" + unit + "/V1__" + unit + ".sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            write(transaction -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(sql);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path directory() {
        throw new UnsupportedOperationException("in memory");
    }

    @Override
    public List<Path> setAside() {
        return List.of();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private final class Plain implements Transaction {
        private final List<Runnable> afterCommit = new ArrayList<>();

        @Override
        public int update(String sql, Object... arguments) {
            try (PreparedStatement statement = prepare(sql, arguments)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        @Override
        public void updateAll(String sql, List<Object[]> rows) {
            rows.forEach(row -> update(sql, row));
        }

        @Override
        public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
            try (PreparedStatement statement = prepare(sql, arguments);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.map(new PlainRow(rows)));
                }
                return found;
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        @Override
        public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments) {
            return query(sql, mapper, arguments).stream().findFirst();
        }

        @Override
        public long number(String sql, Object... arguments) {
            throw new UnsupportedOperationException(sql);
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        @Override
        public <T> T nested(Work<T> work) {
            throw new UnsupportedOperationException("nested");
        }

        private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        }
    }

    private record PlainRow(ResultSet rows) implements Transaction.Row {
        @Override
        public String text(String column) {
            return optionalText(column).orElseThrow();
        }

        @Override
        public Optional<String> optionalText(String column) {
            try {
                return Optional.ofNullable(rows.getString(column));
            } catch (SQLException e) {
                throw new IllegalStateException(column, e);
            }
        }

        @Override
        public long number(String column) {
            return Long.parseLong(text(column));
        }

        @Override
        public boolean flag(String column) {
            return number(column) != 0;
        }

        @Override
        public byte[] bytes(String column) {
            throw new UnsupportedOperationException(column);
        }
    }
}
