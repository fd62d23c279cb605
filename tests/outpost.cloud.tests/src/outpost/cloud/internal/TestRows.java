package outpost.cloud.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many rows each table has, to tell that a request has stored nothing. */
final class TestRows {
    /** What is written down of every request, refused or not, and of time that passes. */
    private static final Set<String> BESIDE_THE_POINT = Set.of(
            "admin_act",
            "account_session",
            "node",
            "duty",
            "alarm",
            "terminal_report",
            "product_word",
            "product_words_state");

    private TestRows() {}

    static Map<String, Long> counted(TestCloud cloud) {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = SchemaTest.connect(cloud.database());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE", "TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            tables.removeIf(table -> BESIDE_THE_POINT.contains(table) || table.startsWith("flyway"));
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    count.next();
                    counts.put(table, count.getLong(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return counts;
    }
}
