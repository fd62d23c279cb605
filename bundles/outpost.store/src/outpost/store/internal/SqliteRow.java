package outpost.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import outpost.store.Transaction.Row;

/** The current row of a result. */
final class SqliteRow implements Row {
    private final ResultSet result;

    SqliteRow(ResultSet result) {
        this.result = result;
    }

    @Override
    public String text(String column) {
        return required(column, ResultSet::getString);
    }

    @Override
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(get(column, ResultSet::getString));
    }

    @Override
    public long number(String column) {
        return required(column, (row, name) -> {
            long number = row.getLong(name);
            // Only 0 can stand for NULL, and to ask is another call into the driver.
            return number == 0 && row.wasNull() ? null : number;
        });
    }

    @Override
    public boolean flag(String column) {
        return number(column) != 0;
    }

    @Override
    public byte[] bytes(String column) {
        return required(column, ResultSet::getBytes);
    }

    private <T> T required(String column, Getter<T> getter) {
        T value = get(column, getter);
        if (value == null) {
            throw new IllegalStateException("column '" + column + "' is NULL");
        }
        return value;
    }

    private <T> T get(String column, Getter<T> getter) {
        try {
            return getter.get(result, column);
        } catch (SQLException e) {
            throw Damage.told("cannot read column '" + column + "'", e);
        }
    }

    @FunctionalInterface
    private interface Getter<T> {
        T get(ResultSet row, String column) throws SQLException;
    }
}
