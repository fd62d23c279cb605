package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SalePayload;
import outpost.protocol.Sha256;
import outpost.values.HlcStamp;

class PushTest extends OnOneCloud {
    @Test
    void salesAndRefundsAreStoredAndAddedUp() {
        TestTill till = TestTill.inNewTenant(cloud);

        PushAnswer answer = till.push(till.sale(3), till.sale(2), till.refund(1));

        assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), statuses(answer));
        JsonNode summary = cloud.summary(till.tenant());
        assertTotals(summary, 2, 1, 6, 4 * Sales.LINE_MINOR);
        JsonNode lane = summary.get("terminals").get(0);
        assertTotals(lane, 2, 1, 6, 4 * Sales.LINE_MINOR);
        assertEquals(
                till.identity().terminalId().value(), lane.get("terminalId").asText());
        assertEquals("main", lane.get("branchId").asText());
    }

    @Test
    @Tag("A-405")
    void anInvalidEventIsRefusedAndKeptWhileTheOthersAreAccepted() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event good = till.sale(1);
        Event bad = till.next(
                EventType.SALE,
                Json.write(Sales.of(UUID.randomUUID(), 2, 1)).replace("\"totalMinor\":510", "\"totalMinor\":511"));
        Event alsoGood = till.sale(1);

        PushAnswer answer = till.push(good, bad, alsoGood);

        assertEquals(List.of("ACCEPTED", "REJECTED POS_SYNC_EVENT_INVALID", "ACCEPTED"), statuses(answer));
        JsonNode summary = cloud.summary(till.tenant());
        assertTotals(summary, 2, 0, 2, 2 * Sales.LINE_MINOR);
        assertEquals(1, summary.get("quarantined").asInt());
        JsonNode kept = quarantine(till).get(0);
        assertEquals("POS_SYNC_EVENT_INVALID", kept.get("code").asText());
        assertEquals(2, kept.get("localEventId").asInt());
        assertEquals(
                bad.payload(),
                Json.read(kept.get("event").asText(), JsonNode.class)
                        .get("payload")
                        .asText());
        assertEquals(
                answer.results().get(1).message().orElseThrow(),
                kept.get("reason").asText());
    }

    @Test
    void whateverIsNoEventIsRefusedAloneAndKeptOnce() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event good = till.sale(1);
        List<String> elements = List.of(
                "null",
                "7",
                "\"text\"",
                "{}",
                "[[]]",
                "{\"terminalId\":\"\\u0000\\ud800\",\"posId\":{},\"localEventId\":1e999}",
                edited(good, "localEventId", "0"),
                edited(good, "occurredAt", "\"yesterday\""),
                edited(good, "type", "\"haircut\""),
                edited(good, "hlc", "\"zz\""),
                edited(good, "signature", "\"AAAA\""),
                edited(good, "payloadHash", "\"" + "0".repeat(64) + "\""),
                Json.write(good));
        for (int time = 1; time <= 2; time++) {
            PushAnswer answer = pushRaw(till, elements).as(PushAnswer.class);
            for (EventAnswer result : answer.results().subList(0, elements.size() - 1)) {
                assertEquals("REJECTED POS_SYNC_EVENT_INVALID", status(result), elements.get(result.index()));
            }
            assertEquals(
                    time == 1 ? "ACCEPTED" : "DUPLICATE POS_SYNC_EVENT_DUPLICATE",
                    status(answer.results().get(12)));
        }
        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(elements.size() - 1, summary.get("quarantined").asInt());
        assertTotals(summary, 1, 0, 1, Sales.LINE_MINOR);
        quarantine(till).forEach(kept -> assertEquals(2, kept.get("deliveries").asInt()));
    }

    @Test
    @Tag("A-414")
    void anEventOfATypeThatOnlyANewerCloudReadsIsKeptExactlyOnce() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event unread = till.next(new EventType("of_tomorrow"), "not even JSON");

        assertEquals(List.of("ACCEPTED"), statuses(till.push(unread)));
        assertEquals(
                List.of("DUPLICATE POS_SYNC_EVENT_DUPLICATE", "ACCEPTED"), statuses(till.push(unread, till.sale(1))));

        JsonNode summary = cloud.summary(till.tenant());
        assertTotals(summary, 1, 0, 1, Sales.LINE_MINOR);
        assertEquals(2, summary.get("events").asInt());
        assertEquals(0, summary.get("quarantined").asInt());
    }

    @Test
    @Tag("A-203")
    void contentThatContradictsItselfIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        String nul = Json.write(Sales.of(UUID.randomUUID(), 1, 1)).replace("LANTERN", "LAN\\u0000TERN");
        String half = Json.write(Sales.of(UUID.randomUUID(), 1, 1)).replace("LANTERN", "LAN\\ud800TERN");
        Event[] events = {
            till.next(EventType.REFUND, Sales.of(UUID.randomUUID(), 1, 1)),
            till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR")),
            till.next(EventType.SALE, "no json"),
            till.next(EventType.SALE, "{}"),
            till.next(EventType.SALE, nul),
            till.next(EventType.SALE, half),
            till.next(
                    EventType.SALE,
                    Json.write(Sales.of(UUID.randomUUID(), 1, 1)).replace("255", "9223372036854775807")),
        };

        PushAnswer answer = till.push(events);

        answer.results().forEach(result -> assertEquals("REJECTED POS_SYNC_EVENT_INVALID", status(result)));
        assertTotals(cloud.summary(till.tenant()), 0, 0, 0, 0);
        assertEquals(events.length, quarantine(till).size());
    }

    @Test
    @Tag("A-402")
    void aBatchThatComesAgainGetsItsFirstAnswer() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> batch = List.of(till.sale(2), till.sale(1));

        PushAnswer first = till.push(batch);
        PushAnswer again = till.push(batch);

        assertEquals(List.of("ACCEPTED", "ACCEPTED"), statuses(first));
        assertEquals(first, again);
        assertTotals(cloud.summary(till.tenant()), 2, 0, 3, 3 * Sales.LINE_MINOR);
    }

    @Test
    void anEventInAnotherBatchIsADuplicate() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.sale(1);
        till.push(first);

        PushAnswer answer = till.push(first, till.sale(1), first);

        String duplicate = "DUPLICATE POS_SYNC_EVENT_DUPLICATE";
        assertEquals(List.of(duplicate, "ACCEPTED", duplicate), statuses(answer));
        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(2, summary.get("duplicates").asInt());
        assertEquals(2, summary.get("events").asInt());
        assertTotals(summary, 2, 0, 2, 2 * Sales.LINE_MINOR);
    }

    @Test
    void aRefusedBatchIsJudgedAnew() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event euros = till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR"));
        assertEquals(List.of("REJECTED POS_SYNC_EVENT_INVALID"), statuses(till.push(euros)));

        cloud.admin(
                        "POST",
                        "tenants",
                        "{\"tenantId\":\"" + till.tenant() + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}")
                .ok();

        assertEquals(List.of("ACCEPTED"), statuses(till.push(euros)));
        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
    }

    @Test
    @Tag("A-412")
    void theSameKeyWithOtherContentIsAFork() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(1));
        Event other = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 4, 1)));

        assertEquals(List.of("REJECTED POS_SYNC_EVENT_FORK"), statuses(till.push(other)));

        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
        assertEquals("POS_SYNC_EVENT_FORK", quarantine(till).get(0).get("code").asText());
    }

    @Test
    void aForkWithinOneBatchIsFoundToo() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 1, 1)));
        Event other = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 2, 1)));

        assertEquals(List.of("ACCEPTED", "REJECTED POS_SYNC_EVENT_FORK"), statuses(till.push(first, other)));
    }

    @Test
    void aReceiptIsNeverCountedTwiceWhateverEventBringsIt() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload sale = Sales.of(UUID.randomUUID(), 1, 1);
        till.push(till.next(EventType.SALE, sale));
        till.useFile("pos-2");
        cloud.clock().advance(Duration.ofSeconds(1));

        assertEquals(List.of("REJECTED POS_SYNC_EVENT_INVALID"), statuses(till.push(till.next(EventType.SALE, sale))));

        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
    }

    @Test
    @Tag("A-703")
    void aLaneDeliversItsNeighboursEvents() {
        TestTill one = TestTill.inNewTenant(cloud);
        TestTill two = new TestTill(cloud, cloud.newCode(one.tenant()));
        Event sale = one.sale(2);

        assertEquals(List.of("ACCEPTED"), statuses(two.push(sale)));
        assertEquals(List.of("DUPLICATE POS_SYNC_EVENT_DUPLICATE"), statuses(one.push(sale)));

        cloud.summary(one.tenant())
                .get("terminals")
                .forEach(lane -> assertEquals(
                        lane.get("terminalId")
                                        .asText()
                                        .equals(one.identity().terminalId().value())
                                ? 1
                                : 0,
                        lane.get("sales").asInt()));
    }

    @Test
    void aNeighboursKeyDoesNotSignForThisLane() {
        TestTill one = TestTill.inNewTenant(cloud);
        TestTill two = new TestTill(cloud, cloud.newCode(one.tenant()));
        Event forged = Event.signed(
                one.sale(1).key(),
                EventType.SALE,
                one.identity().branchId(),
                ZonedDateTime.now(cloud.clock()),
                new HlcStamp(1, 0),
                Json.write(Sales.of(UUID.randomUUID(), 1, 1)),
                Event.NO_HASH,
                two.privateKey());

        assertEquals(List.of("REJECTED POS_SYNC_EVENT_INVALID"), statuses(two.push(forged)));
    }

    @Test
    @Tag("A-403")
    void theSameBatchFromManySidesAtOnceIsStoredOnce() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                List<Event> batch = List.of(till.sale(2), till.sale(1), till.sale(3));
                List<Callable<PushAnswer>> pushes = IntStream.range(0, 8)
                        .<Callable<PushAnswer>>mapToObj(i -> () -> till.push(batch))
                        .toList();
                List<PushAnswer> answers = new ArrayList<>();
                for (Future<PushAnswer> answer : senders.invokeAll(pushes)) {
                    answers.add(answer.get());
                }
                answers.forEach(answer -> assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), statuses(answer)));
            }
        } finally {
            senders.shutdownNow();
        }
        assertTotals(cloud.summary(till.tenant()), 15, 0, 30, 30 * Sales.LINE_MINOR);
        assertStream(till, 0, 15, 15, 0);
    }

    @Test
    @Tag("A-403")
    void overlappingBatchesFromManySidesStoreEachEventOnce() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = IntStream.range(0, 40).mapToObj(i -> till.sale(1)).toList();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Callable<PushAnswer>> pushes = IntStream.range(0, 30)
                    .<Callable<PushAnswer>>mapToObj(i -> () -> till.push(events.subList(i, i + 10)))
                    .toList();
            int accepted = 0;
            for (Future<PushAnswer> answer : senders.invokeAll(pushes)) {
                accepted += (int) statuses(answer.get()).stream()
                        .filter("ACCEPTED"::equals)
                        .count();
            }
            assertEquals(39, accepted);
        } finally {
            senders.shutdownNow();
        }
        assertTotals(cloud.summary(till.tenant()), 39, 0, 39, 39 * Sales.LINE_MINOR);
        assertStream(till, 0, 39, 39, 0);
    }

    @Test
    @Tag("A-410")
    void gapsAreKnownPerFileUntilTheyClose() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = IntStream.range(0, 6).mapToObj(i -> till.sale(1)).toList();

        till.push(events.get(0), events.get(3), events.get(5));
        assertStream(till, 0, 1, 6, 3);
        till.push(events.get(2), events.get(1));
        assertStream(till, 0, 4, 6, 1);
        till.useFile("pos-2");
        till.push(till.sale(1));
        till.push(events.get(4));

        assertStream(till, 0, 6, 6, 0);
        assertStream(till, 1, 1, 1, 0);
    }

    @Test
    void theKeyOfABatchHasToBeItsOwn() {
        TestTill till = TestTill.inNewTenant(cloud);
        PushRequest batch = new PushRequest(List.of(till.sale(1)));

        till.tryPush(till.token(), Sha256.hex("another"), Json.write(batch)).refused(400, "POS_SYNC_REQUEST_INVALID");
        till.tryPush(till.token(), "", Json.write(batch)).refused(400, "POS_SYNC_REQUEST_INVALID");

        assertTotals(cloud.summary(till.tenant()), 0, 0, 0, 0);
        assertNotEquals(Sha256.hex("another"), batch.idempotencyKey());
    }

    private static Answer pushRaw(TestTill till, List<String> elements) {
        List<String> hashes = elements.stream()
                .map(element -> Json.read("[" + element + "]", JsonNode[].class)[0])
                .map(element -> element.path("hash").asText(""))
                .toList();
        return till.tryPush(
                till.token(),
                Sha256.hex(String.join("\n", hashes)),
                "{\"events\":[" + String.join(",", elements) + "]}");
    }

    private static String edited(Event event, String field, String json) {
        ObjectNode edited = Json.mapper().valueToTree(event);
        edited.set(field, Json.read("[" + json + "]", JsonNode[].class)[0]);
        return Json.write(edited);
    }

    private JsonNode quarantine(TestTill till) {
        return cloud.admin("GET", "quarantine?tenant=" + till.tenant(), "").ok().json();
    }

    private static List<String> statuses(PushAnswer answer) {
        return answer.results().stream().map(PushTest::status).toList();
    }

    private static String status(EventAnswer result) {
        return result.status() + result.code().map(code -> " " + code).orElse("");
    }

    private static void assertTotals(JsonNode totals, long sales, long refunds, long lines, long netMinor) {
        assertEquals(
                Arrays.asList(sales, refunds, lines, netMinor),
                List.of(
                        totals.get("sales").asLong(),
                        totals.get("refunds").asLong(),
                        totals.get("lines").asLong(),
                        totals.get("netMinor").asLong()));
    }

    private void assertStream(TestTill till, int index, long contiguous, long highest, long missing) {
        JsonNode stream = cloud.summary(till.tenant()).get("streams").get(index);
        assertEquals(
                List.of(contiguous, highest, missing),
                List.of(
                        stream.get("contiguous").asLong(),
                        stream.get("highest").asLong(),
                        stream.get("missing").asLong()));
    }
}
