package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.Quantity;
import outpost.values.TerminalId;

/** What an older version accepted without being able to read it is read by a newer one. */
class RereadingTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    Path data;

    private final KeyPair keys = Ed25519.newKeyPair();

    @ParameterizedTest
    @EnumSource
    void eventsOfATypeThatHasBecomeKnownTakeEffectOnce(TestDatabase kind) throws SQLException {
        DatabaseSettings settings = kind.in(data);
        UUID document = UUID.randomUUID();
        SchemaTest.flyway(kind, settings).target("3").load().migrate();
        try (Connection connection = SchemaTest.connect(settings)) {
            insert(connection, "tenant VALUES ('t', 'Shop', 'GBP', 0, 0, 0)");
            insert(connection, "branch VALUES ('t', 'b', 'Branch')");
            insert(
                    connection,
                    "terminal VALUES ('t', 'T1', 'b', 'Lane', 'hash', 0, ?)",
                    Ed25519.encode(keys.getPublic()));
            insert(connection, "event_stream VALUES ('t', 'T1', 'pos-1', 4, 4, 4, 0, 0, NULL, 0, 0)");
            insert(connection, event(1, "stock", stock(document, 7)));
            insert(connection, event(2, "stock", stock(document, 1)));
            insert(connection, event(3, "stock", "no stock at all"));
            insert(connection, event(4, "of_the_day_after", "{}"));
        }

        for (int start = 1; start <= 2; start++) {
            try (TestCloud cloud = new TestCloud(data, settings)) {
                await(cloud, 2);
                JsonNode levels =
                        cloud.admin("GET", "stock?tenant=t&branch=b", "").ok().json();
                assertEquals(7_000, levels.findValue("quantityMilli").asLong(), levels.toString());
                JsonNode quarantine =
                        cloud.admin("GET", "quarantine?tenant=t", "").ok().json();
                assertEquals(
                        List.of("2", "3"),
                        quarantine.findValuesAsText("localEventId").stream()
                                .sorted()
                                .toList());
                assertEquals(
                        4,
                        cloud.summary("t")
                                .get("streams")
                                .get(0)
                                .get("contiguous")
                                .asInt());
            }
        }
        try (Connection connection = SchemaTest.connect(settings);
                PreparedStatement unread = connection.prepareStatement("SELECT event_type FROM unread_event");
                var rows = unread.executeQuery()) {
            assertTrue(rows.next());
            assertEquals("of_the_day_after", rows.getString(1));
            assertTrue(!rows.next());
        }
    }

    /** Until so many of the events have turned out to be unreadable: they are read in order. */
    private static void await(TestCloud cloud, int quarantined) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (cloud.summary("t").get("quarantined").asInt() < quarantined) {
            assertTrue(System.nanoTime() < deadline, "nothing was read");
            Thread.onSpinWait();
        }
    }

    private static String stock(UUID id, int pieces) {
        StockPayload.Line line = new StockPayload.Line("P1", StockKind.RECEIPT, Quantity.of(pieces));
        return Json.write(new StockPayload(id, "Cashier 1", Optional.empty(), List.of(line)));
    }

    private Event event(long number, String type, String payload) {
        return Event.signed(
                new EventKey(new TerminalId("T1"), new PosId("pos-1"), number),
                new EventType(type),
                new BranchId("b"),
                ZonedDateTime.parse("2026-03-01T08:00:00Z[Europe/London]"),
                new HlcStamp(1_000 + number, 0),
                payload,
                Event.NO_HASH,
                keys.getPrivate());
    }

    private static void insert(Connection connection, Event event) throws SQLException {
        insert(
                connection,
                "event_ledger VALUES ('t', 'T1', 'pos-1', " + event.localEventId()
                        + ", ?, 'b', ?, ?, ?, ?, ?, ?, ?, 'T1', 0)",
                event.type().wireName(),
                event.occurredAt(),
                event.hlc().toString(),
                event.payload(),
                event.payloadHash(),
                event.previousHash(),
                event.hash(),
                event.signature());
    }

    private static void insert(Connection connection, String row, String... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + row)) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
