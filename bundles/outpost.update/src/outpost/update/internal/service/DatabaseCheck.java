package outpost.update.internal.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Whether the till's database is whole; reads it while the till sells. */
public final class DatabaseCheck {
    private static final int MOST = 20;
    private static final int BUSY_MILLIS = 10_000;

    private DatabaseCheck() {}

    /**
     * Sentences that name what is damaged; none if all is well.
     *
     * @param data the till's data folder
     */
    public static List<String> of(Path data) {
        Path file = data.resolve("outpost.db");
        if (!Files.exists(file)) {
            return List.of("There is no database in " + data + ".");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check(" + MOST + ")")) {
                while (rows.next()) {
                    if (!"ok".equals(rows.getString(1))) {
                        found.add("Damaged: " + rows.getString(1));
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (rows.next() && found.size() < MOST) {
                    found.add("A row of " + rows.getString(1) + " refers to nothing in " + rows.getString(3) + ".");
                }
            }
        } catch (SQLException e) {
            found.add("The database cannot be read: " + e.getMessage());
        }
        return found;
    }
}
