package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.BranchStreams;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.EventsAnswer;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.StreamState;
import outpost.values.PosId;

/** Copied and restored files: how a till finds out, and that what it then tells again counts once. */
class StreamTest extends OnOneCloud {
    @Test
    void aTillLearnsHowFarItsOwnFilesAreKnown() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        Event first = till.sale(1);
        Event second = till.sale(1);
        Event third = till.sale(1);
        till.push(first, third);

        assertEquals(new StreamState(new PosId("pos-1"), 1, 3, third.hash(), 1), stream(till, "pos-1"));
        till.push(second);
        assertEquals(new StreamState(new PosId("pos-1"), 3, 3, third.hash(), 0), stream(till, "pos-1"));
        assertEquals(StreamState.unknown(new PosId("pos-2")), stream(till, "pos-2"));
        assertEquals(StreamState.unknown(new PosId("pos-1")), stream(neighbour, "pos-1"));
        till.get("sync/stream").refused(400, "POS_SYNC_REQUEST_INVALID");
        till.get("sync/stream?pos=a%20b").refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.get("sync/stream?pos=pos-1", cloud.adminToken()).refused(403, "POS_SYNC_FORBIDDEN");
    }

    @Test
    @Tag("A-411")
    void whatIsToldAgainUnderANewPosIdCountsOnceAndFillsItsPlace() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> told = List.of(
                till.journal(till.act("drawer", "{}")),
                till.journalled(Sales.of(UUID.randomUUID(), 1, 1)),
                till.next(new EventType("of_tomorrow"), "{}"));
        accepted(till.push(told.subList(0, 2)));
        till.useFile("pos-2");
        List<Event> again = told.stream().map(till::again).toList();
        Event next = till.journalled(Sales.of(UUID.randomUUID(), 2, 1));

        accepted(till.push(again));
        accepted(till.push(next));
        accepted(till.push(told));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(2, summary.get("sales").asInt());
        assertEquals(3 * Sales.LINE_MINOR, summary.get("netMinor").asLong());
        assertEquals(7, summary.get("events").asInt());
        assertEquals(4, stream(till, "pos-2").contiguous());
        JsonNode heads = journalHeads(till);
        assertEquals(2, heads.get(0).get("seq").asInt());
        assertEquals(1, heads.get(1).get("seq").asInt());
        heads.forEach(head ->
                assertEquals(0, head.get("missing").asInt() + head.get("breaks").asInt(), head.toString()));
    }

    @Test
    @Tag("A-418")
    void aTillGetsBackTheEventsOfItsBranchAndNoOthers() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        TestTill stranger = TestTill.inNewTenant(cloud);
        List<Event> told = IntStream.range(0, 203).mapToObj(i -> till.sale(1)).toList();
        accepted(till.push(told.subList(0, 100)));
        accepted(till.push(told.subList(101, 203)));
        accepted(neighbour.push(List.of(neighbour.sale(1))));
        String terminal = told.get(0).terminalId().value();

        List<BranchStreams.Stream> streams =
                neighbour.get("sync/streams").as(BranchStreams.class).streams();
        assertEquals(2, streams.size());
        assertTrue(streams.contains(
                new BranchStreams.Stream(told.get(0).terminalId(), told.get(0).posId(), 203)));
        String path = "sync/events?terminal=" + terminal + "&pos=pos-1";
        List<Event> first = events(neighbour, path);
        assertEquals(told.subList(0, 100), first.subList(0, 100));
        assertEquals(told.subList(101, 201), first.subList(100, 200));
        assertEquals(told.subList(201, 203), events(till, path + "&after=201"));
        assertEquals(List.of(), events(till, path + "&after=203"));
        assertEquals(List.of(), events(stranger, path));
        assertEquals(
                List.of(), stranger.get("sync/streams").as(BranchStreams.class).streams());
        till.get(path + "&after=x").refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.get(path, cloud.adminToken()).refused(403, "POS_SYNC_FORBIDDEN");
    }

    private static List<Event> events(TestTill till, String path) {
        return till.get(path).as(EventsAnswer.class).events();
    }

    @Test
    void aSaleIdIsNoExcuseForAnotherSale() {
        TestTill till = TestTill.inNewTenant(cloud);
        UUID id = UUID.randomUUID();
        accepted(till.push(till.next(EventType.SALE, Sales.of(id, 1, 1))));
        till.useFile("pos-2");

        EventAnswer answer = till.push(till.next(EventType.SALE, Sales.of(id, 2, 1)))
                .results()
                .get(0);

        assertEquals(Status.REJECTED, answer.status());
        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
    }

    @Test
    void aForkIsSettledOnceItsContentArrivesUnderANewPosId() {
        TestTill till = TestTill.inNewTenant(cloud);
        accepted(till.push(till.journalled(Sales.of(UUID.randomUUID(), 1, 1))));
        Event fork = restoredCopy(till);
        assertEquals(Status.REJECTED, till.push(fork).results().get(0).status());
        assertFalse(quarantined(till).has("settledAt"));
        assertEquals(1, cloud.summary(till.tenant()).get("quarantined").asInt());

        till.useFile("pos-2");
        accepted(till.push(till.again(fork)));

        assertTrue(quarantined(till).has("settledAt"));
        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(0, summary.get("quarantined").asInt());
        assertEquals(5 * Sales.LINE_MINOR, summary.get("netMinor").asLong());
        assertEquals(0, journalHeads(till).get(0).get("breaks").asInt());
    }

    @Test
    void aForkThatComesAfterItsContentIsSettledAtOnce() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        accepted(till.push(till.journalled(Sales.of(UUID.randomUUID(), 1, 1))));
        Event fork = restoredCopy(till);
        till.useFile("pos-2");
        accepted(till.push(till.again(fork)));

        EventAnswer answer = neighbour.push(fork).results().get(0);

        assertEquals("POS_SYNC_EVENT_FORK", answer.code().orElseThrow().toString());
        assertTrue(quarantined(till).has("settledAt"));
        assertEquals(
                5 * Sales.LINE_MINOR,
                cloud.summary(till.tenant()).get("netMinor").asLong());
    }

    @Test
    void aNumberThatAPersonGaveUpIsNoGapUntilItIsFilledAfterAll() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.sale(1);
        Event refused = till.sale(2);
        Event later = till.sale(1);
        Event tampered = new Event(
                refused.terminalId(),
                refused.posId(),
                refused.localEventId(),
                refused.type(),
                refused.branchId(),
                refused.occurredAt(),
                refused.hlc(),
                refused.payload(),
                refused.payloadHash(),
                refused.previousHash(),
                refused.hash(),
                first.signature());
        till.push(first, tampered, later);
        assertEquals(1, stream(till, "pos-1").missing());
        assertEquals(1, cloud.summary(till.tenant()).get("quarantined").asInt());

        accepted(till.push(till.next(EventType.DISCARD, discard(refused))));

        assertEquals(List.of(4L, 4L, 0L), numbers(stream(till, "pos-1")));
        assertEquals(0, cloud.summary(till.tenant()).get("quarantined").asInt());
        accepted(till.push(till.next(EventType.DISCARD, discard(refused))));
        till.push(refused);
        assertEquals(List.of(5L, 5L, 0L), numbers(stream(till, "pos-1")));
        assertEquals(3, cloud.summary(till.tenant()).get("sales").asInt());
    }

    @Test
    @Tag("A-722")
    void aNumberOfAFormerFileThatWasGivenUpBeforeAnythingBehindItCameIsNoGapLater() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.sale(1);
        Event refused = till.sale(2);
        Event alsoRefused = till.sale(3);
        Event later = till.sale(1);
        accepted(till.push(first));
        till.useFile("pos-2");
        accepted(till.push(till.next(EventType.DISCARD, discard(refused))));
        accepted(till.push(till.next(EventType.DISCARD, discard(alsoRefused))));
        assertEquals(List.of(1L, 1L, 0L), numbers(stream(till, "pos-1")));

        accepted(till.push(later));

        assertEquals(List.of(4L, 4L, 0L), numbers(stream(till, "pos-1")));
        accepted(till.push(refused));
        assertEquals(List.of(4L, 4L, 0L), numbers(stream(till, "pos-1")));
        cloud.clock().advance(Duration.ofMinutes(10));
        assertEquals(
                0,
                cloud.admin("GET", "alarms?tenant=" + till.tenant(), "")
                        .ok()
                        .json()
                        .size());
    }

    @Test
    void aNumberThatWasGivenUpAndComesAfterAllAsTheHighestCountsOnce() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event refused = till.sale(1);
        Event later = till.sale(1);
        till.useFile("pos-2");
        accepted(till.push(till.next(EventType.DISCARD, discard(refused))));

        accepted(till.push(refused));

        assertEquals(List.of(1L, 1L, 0L), numbers(stream(till, "pos-1")));
        accepted(till.push(later));
        assertEquals(List.of(2L, 2L, 0L), numbers(stream(till, "pos-1")));
    }

    private static String discard(Event event) {
        return Json.write(new DiscardPayload(
                event.posId(),
                event.localEventId(),
                event.hash(),
                Optional.empty(),
                Optional.empty(),
                "a broken disk",
                "Manager"));
    }

    private static List<Long> numbers(StreamState state) {
        return List.of(state.contiguous(), state.highest(), state.missing());
    }

    /** A sale that a copy of the till's file made, which does not know of the first one. */
    private Event restoredCopy(TestTill till) {
        till.useFile("pos-1");
        cloud.clock().advance(Duration.ofSeconds(1));
        return till.journalled(Sales.of(UUID.randomUUID(), 4, 1));
    }

    private static StreamState stream(TestTill till, String pos) {
        return till.get("sync/stream?pos=" + pos).as(StreamState.class);
    }

    private JsonNode quarantined(TestTill till) {
        String body = cloud.admin("GET", "quarantine?tenant=" + till.tenant(), "")
                .ok()
                .body();
        return Json.read(body, JsonNode.class).get(0);
    }

    private JsonNode journalHeads(TestTill till) {
        return cloud.admin("GET", "journal/heads?tenant=" + till.tenant(), "")
                .ok()
                .json();
    }

    private static void accepted(PushAnswer answer) {
        answer.results().forEach(result -> assertTrue(result.status() != Status.REJECTED, result.toString()));
    }
}
