package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the triggers note of the events' chains is what reading all events from end to end would find. */
class ChainPiecesTest {
    private static final int NUMBERS = 12;

    @TempDir
    Path folder;

    private record Event(String hash, String previousHash) {}

    /** By their numbers, of each posId. */
    private final Map<String, TreeMap<Integer, Event>> events =
            new TreeMap<>(Map.of("A", new TreeMap<>(), "B", new TreeMap<>()));

    @Test
    void thePiecesAreRightAfterWhateverComesAndGoesInWhateverOrder() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("outpost.db");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        migrate(url, "3");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < NUMBERS; i++) {
                change(statement, random);
            }
            connection.commit();
        }
        migrate(url, "latest");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertEquals(expected(), noted(statement), "seed " + seed + ", events of before");
            int broken = 0;
            for (int step = 0; step < 600; step++) {
                change(statement, random);
                assertEquals(expected(), noted(statement), "seed " + seed + ", step " + step);
                broken += expected().size() > 4 ? 1 : 0;
            }
            assertTrue(broken > 0, "seed " + seed + " never had more than a few pieces");
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure(SqliteTerminal.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:db/outbox")
                .table("schema_history_outbox")
                .target(target)
                .load()
                .migrate();
    }

    /** Puts an event in, which follows either of the two that may have been before it, or takes one out. */
    private void change(Statement statement, Random random) throws SQLException {
        String pos = random.nextBoolean() ? "A" : "B";
        int number = 1 + random.nextInt(NUMBERS);
        TreeMap<Integer, Event> stream = events.get(pos);
        if (stream.remove(number) != null) {
            statement.executeUpdate("DELETE FROM outbox WHERE pos_id = '" + pos + "' AND local_event_id = " + number);
            return;
        }
        // One history in most cases: otherwise no piece would grow long.
        String other = random.nextInt(5) == 0 ? "other" : "";
        Event event = new Event(number + other, (number - 1) + (random.nextInt(5) == 0 ? "other" : ""));
        stream.put(number, event);
        statement.executeUpdate(String.format(
                "INSERT INTO outbox (terminal_id, pos_id, local_event_id, type, branch_id, occurred_at, hlc, payload,"
                        + " payload_hash, previous_hash, hash, signature, priority)"
                        + " VALUES ('t', '%s', %d, 'sale', 'main', '', '', '', '', '%s', '%s', '', 0)",
                pos, number, event.previousHash(), event.hash()));
    }

    private List<String> expected() {
        List<String> pieces = new ArrayList<>();
        events.forEach((pos, stream) -> {
            int first = 0;
            for (int number : stream.keySet()) {
                Event before = stream.get(number - 1);
                if (before == null || !before.hash().equals(stream.get(number).previousHash())) {
                    first = number;
                }
                Event next = stream.get(number + 1);
                if (next == null
                        || !next.previousHash().equals(stream.get(number).hash())) {
                    pieces.add(pos + " " + first + "-" + number);
                }
            }
        });
        return pieces;
    }

    private static List<String> noted(Statement statement) throws SQLException {
        List<String> pieces = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT pos_id || ' ' || first_event || '-' || last_event"
                + " FROM chain_pieces ORDER BY pos_id, last_event")) {
            while (rows.next()) {
                pieces.add(rows.getString(1));
            }
        }
        return pieces;
    }
}
