package outpost.sales.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.JournalEntry;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.protocol.StreamState;
import outpost.sales.JournalFindings;
import outpost.values.PosId;

/** A file that had to take a new posId. */
class RenumberedJournalTest {
    @TempDir
    Path folder;

    @Test
    void aNewJournalBeginsThatNamesTheFormerOneAndAllOfItIsWhole() {
        try (LiveTill till = new LiveTill(folder)) {
            till.enrol("GBP");
            Journal journal = new Journal(till.store(), till.terminal(), till.outbox(), Clock.systemDefaultZone());
            SqliteTillJournal book = new SqliteTillJournal(till.store(), till.terminal());
            enter(till, journal, 3);
            PosId before = posId(till);
            JournalRow last = rows(till).get(2);

            till.outbox().compare(new StreamState(before, 9, 9, "ab".repeat(32), 0));
            enter(till, journal, 2);

            assertEquals(new JournalFindings(6, List.of()), book.verify());
            JournalRow first = rows(till).get(3);
            assertEquals(
                    List.of(
                            1L,
                            JournalEntry.RENUMBERED,
                            before.value(),
                            posId(till).value()),
                    List.of(
                            first.seq(),
                            first.kind(),
                            first.subject(),
                            first.posId().orElseThrow()));
            assertEquals(
                    Map.of("formerSeq", 3, "formerHash", last.hash()),
                    Json.read(first.content().orElseThrow(), Map.class));
            assertEquals(
                    6,
                    till.outbox().entries(List.of(State.PENDING), 10).size(),
                    "the cloud hears of each entry, and of where the journal goes on");
        }
    }

    private static void enter(LiveTill till, Journal journal, int acts) {
        for (int i = 0; i < acts; i++) {
            till.store().write(transaction -> {
                journal.enter(transaction, new Act(journal.now(), "drawer", "", Map.of("by", "Cashier")));
                return transaction;
            });
        }
    }

    private static List<JournalRow> rows(LiveTill till) {
        return till.store().read(transaction -> JournalRows.select(transaction, "ORDER BY j.id"));
    }

    private static PosId posId(LiveTill till) {
        return till.terminal().identity().orElseThrow().posId();
    }
}
