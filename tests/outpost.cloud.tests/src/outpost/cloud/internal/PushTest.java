package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.Sha256;
import outpost.values.HlcStamp;

class PushTest extends PushFixture {
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
}
