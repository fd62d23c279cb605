package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.CatalogState;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.SyncCounters;
import outpost.protocol.TillReport;
import outpost.values.PosId;

/** What an operator is told, and when it is taken back. */
class AlarmsTest extends OnOneCloud {
    @Test
    @Tag("A-410")
    void aGapIsAnAlarmOnceItIsOldAndUntilItCloses() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = IntStream.range(0, 4).mapToObj(i -> till.sale(1)).toList();
        till.push(events.get(0), events.get(3));
        cloud.clock().advance(Duration.ofMinutes(4));
        assertEquals(List.of(), open(till));
        till.push(events.get(1));
        cloud.clock().advance(Duration.ofMinutes(2));
        assertEquals(List.of(), open(till), "the one that is missing now has not been missed for long");
        cloud.clock().advance(Duration.ofMinutes(4));
        assertEquals(List.of("gap pos-1 event 3 is missing, 1 up to 4"), open(till));

        till.push(events.get(2));

        assertEquals(List.of(), open(till));
        JsonNode past = alarms(till).get(0);
        assertEquals("gap", past.get("kind").asText());
        assertEquals(cloud.clock().instant().toString(), past.get("clearedAt").asText());
        assertEquals(
                cloud.clock().instant().minus(Duration.ofMinutes(6)).toString(),
                past.get("since").asText());
    }

    @Test
    @Tag("A-412")
    void aForkIsAnAlarmUntilItsContentIsHere() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(1));
        cloud.clock().advance(Duration.ofSeconds(1));
        Event fork = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 2, 1)));
        till.push(fork);
        assertEquals(
                List.of("fork pos-1 1 events under numbers that were taken, whose content is not here otherwise"),
                open(till));

        till.useFile("pos-2");
        till.push(till.again(fork));

        assertEquals(List.of(), open(till));
    }

    @Test
    @Tag("A-721")
    void whatTwoLanesTookBackWithoutSeeingEachOtherIsAnAlarmOfTheirBranch() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        SalePayload sold = Sales.of(UUID.randomUUID(), 2, 1);
        till.push(neighbour.next(EventType.REFUND, refund(sold, 1)));
        till.push(till.next(EventType.SALE, sold), till.next(EventType.REFUND, refund(sold, 2)));
        assertEquals(List.of(), open(till), "each line came back once");

        // It comes late and by a neighbour, and it comes again.
        Event second = till.next(EventType.REFUND, refund(sold, 1));
        neighbour.push(second, neighbour.sale(1));
        till.push(second);

        assertEquals(
                List.of("double_refund 2 of 1 came back of line 1 of receipt " + sold.receiptNumber()), open(till));
        JsonNode alarm = alarms(till).get(0);
        assertEquals(
                till.identity().terminalId().value(), alarm.get("terminalId").asText());
        cloud.newBranch(till.tenant(), "other");
        String path = "alarms?tenant=" + till.tenant() + "&branch=";
        assertEquals(1, cloud.admin("GET", path + "main", "").ok().json().size());
        assertEquals(0, cloud.admin("GET", path + "other", "").ok().json().size());

        cloud.clock().advance(Duration.ofHours(30 * 24 + 1));
        till.freshToken();
        neighbour.freshToken();
        assertEquals(List.of(), open(till));
    }

    @Test
    void partsThatComeBackOfALineAreNoAlarmWhileTheyMakeNoMoreThanTheWhole() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload sold = Sales.of(UUID.randomUUID(), 1, 2);
        till.push(till.next(EventType.SALE, sold));
        till.push(till.next(EventType.REFUND, refund(sold, 1)), till.next(EventType.REFUND, refund(sold, 1)));
        assertEquals(List.of(), open(till));

        SalePayload practice = Sales.with(refund(sold, 1), json -> json.put("training", true));
        till.push(till.next(EventType.REFUND, practice));

        assertEquals(List.of(), open(till), "training gives nothing back");
        till.push(till.next(EventType.REFUND, refund(sold, 1)));
        assertEquals(1, open(till).size());
    }

    /** One piece of that line back. */
    private static SalePayload refund(SalePayload sold, int lineNo) {
        return Sales.with(Sales.of(UUID.randomUUID(), 1, -1), json -> {
            ObjectNode line = (ObjectNode) json.get("lines").get(0);
            line.set("taxMinor", json.get("taxes").get(0).get("taxMinor"));
            line.putObject("refundOf")
                    .put("receiptNumber", sold.receiptNumber())
                    .put("lineNo", lineNo);
        });
    }

    @Test
    void whatATillSaysOfItselfIsShownAndRaisesAlarmsOnceEach() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(1));
        assertEquals(204, till.report(report(3 * 60_000, 2, 60_000, 1L << 40)).status());
        List<String> expected =
                List.of("clock its clock is off by -180000 milliseconds", "parked 2 events need a person");
        assertEquals(expected, open(till));
        cloud.clock().advance(Duration.ofSeconds(30));
        till.report(report(3 * 60_000, 2, 60_000, 1L << 40));
        assertEquals(expected, open(till));
        assertEquals(2, alarms(till).size());

        cloud.clock().advance(Duration.ofSeconds(30));
        till.report(report(-1_000, 0, 16 * 60_000, 1L << 20));
        assertEquals(List.of("disk 1048576 bytes are free", "failing the line is cut"), open(till));
        till.report(report(0, 1, 0, 1L << 40));

        assertEquals(List.of("parked 1 events need a person"), open(till));
        assertEquals(5, alarms(till).size());
        JsonNode metrics = till.get("sync/metrics").ok().json();
        assertEquals(1, metrics.get("received").asInt());
        assertEquals(
                7, metrics.get("report").get("counters").get("queued_events").asInt());
        assertEquals(
                cloud.clock().instant().toString(), metrics.get("reportedAt").asText());
        JsonNode fleet =
                cloud.admin("GET", "fleet?tenant=" + till.tenant(), "").ok().json();
        assertEquals(metrics, fleet.get(0));
    }

    @Test
    void aTerminalOfWhichNothingIsHeardIsAnAlarmUntilItSignsIn() {
        TestTill till = TestTill.inNewTenant(cloud);
        cloud.clock().advance(Duration.ofHours(35));
        assertEquals(List.of(), open(till));
        cloud.clock().advance(Duration.ofHours(2));
        assertEquals(1, open(till).size());
        assertEquals("silent", alarms(till).get(0).get("kind").asText());

        till.freshToken();

        assertEquals(List.of(), open(till));
    }

    @Test
    void metricsAreThoseOfTheOwnBranchOnly() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        cloud.newBranch(till.tenant(), "other");
        TestTill elsewhere = new TestTill(cloud, cloud.newCode(till.tenant(), "other"));

        JsonNode seen = till.get(
                        "sync/metrics?terminalId=" + neighbour.identity().terminalId())
                .ok()
                .json();
        assertEquals(
                neighbour.identity().terminalId().value(),
                seen.get("terminalId").asText());
        assertFalse(seen.has("report"));
        till.get("sync/metrics?terminalId=" + elsewhere.identity().terminalId()).refused(404, "POS_SYNC_NOT_FOUND");
        cloud.get("admin/alarms", till.token()).refused(403, "POS_SYNC_FORBIDDEN");
        cloud.get("admin/fleet", till.token()).refused(403, "POS_SYNC_FORBIDDEN");
        cloud.admin("GET", "alarms?tenant=none", "").refused(404, "POS_SYNC_NOT_FOUND");
    }

    private TillReport report(long clockOffset, long parked, long sinceSuccess, long diskFree) {
        long now = cloud.clock().millis();
        return new TillReport(
                new PosId("pos-1"),
                "1.0.0",
                3,
                Optional.of(now - 1_000),
                parked,
                0,
                0,
                10,
                1,
                250,
                Optional.of(now - sinceSuccess),
                Optional.of(clockOffset),
                CatalogState.EMPTY,
                Optional.of("the line is cut"),
                new SyncCounters(7, 4, 0, 9, 1, 0, 0, 0),
                diskFree,
                Optional.empty(),
                Optional.empty());
    }

    private JsonNode alarms(TestTill till) {
        return cloud.admin("GET", "alarms?tenant=" + till.tenant(), "").ok().json();
    }

    /** What the open alarms say, in the order of their kinds. */
    private List<String> open(TestTill till) {
        List<String> open = new ArrayList<>();
        for (JsonNode alarm : alarms(till)) {
            if (!alarm.has("clearedAt")) {
                String pos = alarm.has("posId") ? alarm.get("posId").asText() + " " : "";
                open.add(alarm.get("kind").asText() + " " + pos
                        + alarm.get("detail").asText());
            }
        }
        return open.stream().sorted().toList();
    }
}
