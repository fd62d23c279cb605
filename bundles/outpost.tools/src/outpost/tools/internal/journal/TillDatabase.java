package outpost.tools.internal.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.protocol.JournalRow;
import outpost.tools.internal.ToolException;

/** The journal in a till's database, which is only read; the till may be running. */
record TillDatabase(Path file) implements JournalFile {
    /** What a sale's entry is about is the receipt itself. */
    private static final String ENTRIES =
            "SELECT j.seq, j.pos_id, j.at, j.kind, j.subject, coalesce(j.payload, r.payload) AS content,"
                    + " j.payload_hash, j.previous_hash, j.hash, j.signature FROM journal j"
                    + " LEFT JOIN receipts r ON j.kind IN ('sale', 'refund') AND r.number = j.subject ORDER BY j.rowid";

    @Override
    public void read(Consumer<JournalRow> each) {
        query(ENTRIES, result -> {
            while (result.next()) {
                each.accept(new JournalRow(
                        result.getLong("seq"),
                        text(result, "pos_id"),
                        text(result, "at").orElse(""),
                        text(result, "kind").orElse(""),
                        text(result, "subject").orElse(""),
                        text(result, "content"),
                        text(result, "payload_hash").orElse(""),
                        text(result, "previous_hash").orElse(""),
                        text(result, "hash").orElse(""),
                        text(result, "signature")));
            }
            return file;
        });
    }

    @Override
    public Optional<String> publicKey() {
        return query(
                "SELECT CAST(value AS TEXT) AS value FROM sync_metadata WHERE name = 'public_key'",
                result -> result.next() ? text(result, "value") : Optional.empty());
    }

    private <T> T query(String sql, Reading<T> reading) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return reading.of(result);
        } catch (SQLException e) {
            throw new ToolException(file + " is no till's database of this version: " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }
}
