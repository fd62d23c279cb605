package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.Sha256;
import outpost.values.PosId;

class JournalTest extends OnOneCloud {
    @Test
    void theHeadIsTheHighestEntryWhetherASaleOrAnActBroughtIt() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = day(till);

        push(till, events.subList(0, 2));
        assertHead(till, 2, 0, 0);
        push(till, events.subList(2, 4));

        assertEquals(till.journalHash(), assertHead(till, 4, 0, 0));
    }

    @Test
    void entriesThatComeLateAreMissingUntilThen() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = day(till);

        push(till, List.of(events.get(3), events.get(0)));
        assertEquals(till.journalHash(), assertHead(till, 4, 2, 0));
        push(till, List.of(events.get(2), events.get(1)));

        assertEquals(till.journalHash(), assertHead(till, 4, 0, 0));
    }

    @Test
    void theSameEventsAgainAddNoEntries() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = day(till);
        push(till, events);

        till.push(List.of(events.get(1), events.get(2)));

        assertHead(till, 4, 0, 0);
    }

    @Test
    void anEntryThatWasRewrittenBreaksTheChainAndTheSaleStillCounts() {
        TestTill till = TestTill.inNewTenant(cloud);
        JournalEntry first = till.act("drawer", "{}");
        JournalEntry other = JournalEntry.signed(
                first.posId(), 1, first.at(), "drawer", "", "{\"by\":\"nobody\"}", Event.NO_HASH, till.privateKey());
        push(till, List.of(till.journal(other)));
        assertHead(till, 1, 0, 0);

        push(till, List.of(till.journalled(Sales.of(UUID.randomUUID(), 1, 1))));

        assertHead(till, 2, 0, 1);
        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
    }

    @Test
    void aBreakIsFoundInWhateverOrderTheEntriesCome() {
        TestTill till = TestTill.inNewTenant(cloud);
        JournalEntry first = till.act("drawer", "{}");
        JournalEntry other = JournalEntry.signed(
                first.posId(), 1, first.at(), "drawer", "", "{\"by\":\"nobody\"}", Event.NO_HASH, till.privateKey());
        JournalEntry second = till.act("drawer", "{}");
        Event late = till.journal(other);

        push(till, List.of(till.journal(second)));
        assertHead(till, 2, 1, 0);
        push(till, List.of(late));
        assertHead(till, 2, 0, 1);
        push(till, List.of(till.journal(first)));

        assertHead(till, 2, 0, 2);
    }

    @Test
    void aJournalThatDoesNotBeginAtItsBeginningIsBroken() {
        TestTill till = TestTill.inNewTenant(cloud);
        JournalEntry cut = JournalEntry.signed(
                new PosId("pos-1"),
                1,
                "2026-01-31T10:15:30Z",
                "drawer",
                "",
                "{}",
                Sha256.hex("what was before"),
                till.privateKey());

        push(till, List.of(till.journal(cut)));

        assertHead(till, 1, 0, 1);
    }

    @Test
    void anEntryThatIsNotTheTillsOwnIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        JournalEntry real = till.act("drawer", "{\"by\":\"Cashier 1\"}");
        String edited = Json.write(real).replace("Cashier 1", "Cashier 2");
        JournalEntry forged = JournalEntry.signed(
                real.posId(),
                1,
                real.at(),
                "drawer",
                "",
                "{}",
                Event.NO_HASH,
                Ed25519.newKeyPair().getPrivate());

        PushAnswer answer = till.push(till.next(EventType.JOURNAL, edited), till.journal(forged), till.journal(real));

        assertEquals(
                List.of(Status.REJECTED, Status.REJECTED, Status.ACCEPTED),
                answer.results().stream().map(result -> result.status()).toList());
        assertHead(till, 1, 0, 0);
    }

    @Test
    void theExportHoldsEveryEntryInOrderWithWhatItsHashIsMadeOf() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = new ArrayList<>(day(till));
        IntStream.range(0, 250).forEach(i -> events.add(till.journal(till.act("drawer", "{\"i\":" + i + "}"))));
        push(till, events.subList(150, events.size()));
        push(till, events.subList(0, 150));

        List<JsonNode> entries = export(till, "");

        assertEquals(254, entries.size());
        String previous = Event.NO_HASH;
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            assertEquals(i + 1, entry.get("seq").asLong());
            assertEquals(previous, entry.get("previousHash").asText());
            previous = JournalEntry.hashOf(
                    new PosId(entry.get("posId").asText()),
                    entry.get("seq").asLong(),
                    entry.get("at").asText(),
                    entry.get("kind").asText(),
                    entry.get("subject").asText(),
                    Sha256.hex(entry.get("content").asText()),
                    previous);
            assertEquals(previous, entry.get("hash").asText());
            assertEquals(entry.get("kind").asText().equals("drawer"), entry.has("signature"));
        }
        assertEquals(till.journalHash(), previous);
    }

    @Test
    void theExportOfOneFileLeavesTheOthersOut() {
        TestTill till = TestTill.inNewTenant(cloud);
        push(till, day(till));
        till.useFile("pos-2");
        push(till, List.of(till.journal(till.act("drawer", "{}"))));

        assertEquals(5, export(till, "").size());
        assertEquals(1, export(till, "&pos=pos-2").size());
        assertEquals(
                4,
                export(till, "&pos=pos-1&terminal=" + till.identity().terminalId())
                        .size());
        assertTrue(export(till, "&terminal=none").isEmpty());
        cloud.admin("GET", "journal/heads?tenant=none", "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.get("admin/journal/heads", till.token()).refused(403, "POS_SYNC_FORBIDDEN");
    }

    /** Two acts, a sale between them, and one after. */
    private static List<Event> day(TestTill till) {
        return List.of(
                till.journal(till.act("drawer", "{\"reason\":\"change\"}")),
                till.journalled(Sales.of(UUID.randomUUID(), 1, 1)),
                till.journal(till.act("drawer", "{\"reason\":\"Änderung\\n\"}")),
                till.journalled(Sales.of(UUID.randomUUID(), 2, 1)));
    }

    private List<JsonNode> export(TestTill till, String query) {
        return cloud.admin("GET", "journal/export?tenant=" + till.tenant() + query, "")
                .ok()
                .body()
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    /** Returns the head's hash. */
    private String assertHead(TestTill till, long seq, long missing, long breaks) {
        JsonNode heads = cloud.admin("GET", "journal/heads?tenant=" + till.tenant(), "")
                .ok()
                .json();
        JsonNode head = heads.get(0);
        assertEquals(1, heads.size());
        assertEquals(
                List.of(seq, missing, breaks),
                List.of(
                        head.get("seq").asLong(),
                        head.get("missing").asLong(),
                        head.get("breaks").asLong()));
        return head.get("hash").asText();
    }

    private static void push(TestTill till, List<Event> events) {
        for (int i = 0; i < events.size(); i += 200) {
            PushAnswer answer = till.push(events.subList(i, Math.min(events.size(), i + 200)));
            answer.results().forEach(result -> assertEquals(Status.ACCEPTED, result.status(), result.toString()));
        }
    }
}
