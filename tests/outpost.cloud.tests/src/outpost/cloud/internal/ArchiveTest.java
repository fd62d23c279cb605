package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.Archive;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.EventsAnswer;
import outpost.protocol.Json;
import outpost.protocol.StreamState;
import outpost.values.PosId;

/** Old events are packed, and no question of a till gets another answer. */
class ArchiveTest extends OnOneCloud {
    private static final Duration KEPT = Duration.ofDays(90);

    private Database ofAnotherNode;
    private Archive archive;

    @Override
    boolean alone() {
        return true;
    }

    @BeforeAll
    void open() {
        ofAnotherNode = new Database(cloud.database());
        archive = new Archive(ofAnotherNode, cloud.clock(), KEPT);
    }

    @AfterAll
    void close() {
        ofAnotherNode.close();
    }

    @Test
    @Tag("A-731")
    void whatIsPackedIsReadAsItCameAndStillKnownFromWhatIsNew() throws SQLException {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> told = day(till);
        till.push(told.subList(0, 100));
        till.push(told.subList(101, 210));
        age();
        assertEquals(0, archive.pack(), "behind a gap nothing is packed");
        till.push(till.freshToken(), told.get(100));
        String journal = journal(till);
        assertEquals(0, archive.pack(), "what has just come is not packed");

        age();
        assertEquals(200, archive.pack());
        assertEquals(0, archive.pack());

        assertEquals(10 + 1, rows(till, "payload IS NOT NULL"));
        assertEquals(told, allEvents(till));
        assertEquals(journal, journal(till));
        assertEquals(210, journal.lines().count());
        String token = till.freshToken();
        assertEquals(
                Status.DUPLICATE, till.push(token, told.get(7)).results().get(0).status());
        Event fork = till.event(8, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 4, 1)));
        assertEquals(
                "POS_SYNC_EVENT_FORK",
                till.push(token, fork).results().get(0).code().orElseThrow().toString());
        till.useFile("pos-2");
        till.push(token, till.again(told.get(8)));
        assertEquals(209, cloud.summary(till.tenant()).get("sales").asInt());
        assertEquals(
                new StreamState(new PosId("pos-1"), 210, 210, told.get(209).hash(), 0),
                cloud.get("sync/stream?pos=pos-1", token).as(StreamState.class));
    }

    @Test
    void whatOnlyANewerVersionCanReadIsNotPacked() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> told = new ArrayList<>(List.of(till.next(new EventType("of_tomorrow"), "{}")));
        till.push(told);
        till.push(Stream.generate(() -> till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1)))
                .limit(200)
                .toList());
        age();

        assertEquals(0, archive.pack());
    }

    /** 209 sales, and in the midst of them an act with more to tell than a page holds. */
    private List<Event> day(TestTill till) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            cloud.clock().advance(Duration.ofMillis(1));
            events.add(
                    i == 50
                            ? till.journal(till.act("drawer", "{\"note\":\"" + "x".repeat(300 * 1024) + "\"}"))
                            : till.journalled(Sales.of(UUID.randomUUID(), 1, 1)));
        }
        return events;
    }

    private void age() {
        cloud.clock().advance(KEPT.plusMinutes(1));
    }

    private List<Event> allEvents(TestTill till) {
        String token = till.freshToken();
        String path = "sync/events?terminal=" + till.identity().terminalId() + "&pos=pos-1&after=";
        List<Event> all = new ArrayList<>();
        List<Event> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).localEventId();
            page = cloud.get(path + after, token).as(EventsAnswer.class).events();
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private String journal(TestTill till) {
        return cloud.admin("GET", "journal/export?tenant=" + till.tenant(), "")
                .ok()
                .body();
    }

    private int rows(TestTill till, String condition) throws SQLException {
        try (Connection connection = SchemaTest.connect(cloud.database());
                PreparedStatement count = connection.prepareStatement(
                        "SELECT COUNT(*) FROM event_ledger WHERE tenant_id = ? AND " + condition)) {
            count.setString(1, till.tenant());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
