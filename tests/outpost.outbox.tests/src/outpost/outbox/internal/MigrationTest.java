package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Event;
import outpost.protocol.EventType;

/** A till that an earlier version filled goes on with what it has. */
class MigrationTest {
    private static final List<String> STATES = List.of("acknowledged", "parked", "sending", "pending");

    @TempDir
    Path folder;

    @Test
    @Tag("A-953")
    void theEventsOfTheFirstVersionKeepTheirNumbersStatesAndOrder() throws Exception {
        Lane lane = Lane.named("till-1", "OLDFILE");
        List<Event> events = lane.events(1, 4);
        fillFirstVersion(events);

        try (LiveTill till = new LiveTill(folder)) {
            till.enrol("GBP");

            assertEquals(
                    events,
                    till.outbox().entries(List.of(State.values()), 10).stream()
                            .map(entry -> entry.event())
                            .toList());
            assertEquals(new OutboxCounts(2, 1, 1), till.outbox().counts());
            assertEquals(
                    List.of(new BranchEvents.Range(1, 4)),
                    till.service(BranchEvents.class).holdings().get(0).ranges());
            assertEquals(events.subList(2, 4), till.outbox().take(10, 1L << 20));
            till.store().write(transaction -> till.outbox().append(transaction, EventType.SALE, "{}"));
            assertEquals(new OutboxCounts(3, 1, 1), till.outbox().counts());
        }
    }

    private void fillFirstVersion(List<Event> events) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("outpost.db");
        Flyway.configure(SqliteTerminal.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:db/outbox")
                .table("schema_history_outbox")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                statement.executeUpdate(String.format(
                        "INSERT INTO outbox (terminal_id, pos_id, local_event_id, type, branch_id, occurred_at, hlc,"
                                + " payload, payload_hash, previous_hash, hash, signature, priority, state)"
                                + " VALUES ('%s', '%s', %d, '%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', 0, '%s')",
                        event.terminalId(),
                        event.posId(),
                        event.localEventId(),
                        event.type(),
                        event.branchId(),
                        event.occurredAt(),
                        event.hlc(),
                        event.payload(),
                        event.payloadHash(),
                        event.previousHash(),
                        event.hash(),
                        event.signature(),
                        STATES.get(i)));
            }
        }
    }
}
