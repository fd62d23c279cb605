package outpost.sales.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Await;
import outpost.fixtures.LiveTill;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.sales.JournalFindings;
import outpost.sales.TillJournal;
import outpost.values.EventKey;

class DiscardReaderTest {
    @TempDir
    Path folder;

    @Test
    void givingUpAnEventStandsInTheJournal() {
        try (LiveTill till = new LiveTill(folder)) {
            till.enrol("GBP");
            till.service(TillJournal.class);
            EventKey bad = till.store()
                    .write(transaction -> till.outbox().append(transaction, new EventType("of_tomorrow"), "{}"));
            for (int i = 0; i < 3; i++) {
                List<Event> sent = till.outbox().take(1, 1 << 20);
                till.outbox()
                        .settle(sent, List.of(EventAnswer.rejected(0, ErrorCode.POS_SYNC_EVENT_INVALID, "not now")));
            }

            till.outbox().discard(bad, "rung twice", "The manager");

            Await.until("the journal knows", () -> !rows(till).isEmpty());
            JournalRow row = rows(till).get(0);
            assertEquals(List.of("discard_event", bad.posId() + "/1"), List.of(row.kind(), row.subject()));
            assertEquals(
                    "rung twice",
                    Json.read(row.content().orElseThrow(), Map.class).get("reason"));
            assertEquals(
                    new JournalFindings(1, List.of()), new SqliteTillJournal(till.store(), till.terminal()).verify());
        }
    }

    private static List<JournalRow> rows(LiveTill till) {
        return till.store().read(transaction -> JournalRows.select(transaction, "ORDER BY j.id"));
    }
}
