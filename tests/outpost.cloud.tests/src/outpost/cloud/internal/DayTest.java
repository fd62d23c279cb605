package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.SalePayload;
import outpost.protocol.ShiftReport;

/** What a till's day brings besides plain sales: discounts, tenders, training, refunds, and the shift that ends it. */
class DayTest extends OnOneCloud {
    @Test
    void discountsAndTendersAreCountedByType() {
        TestTill till = TestTill.inNewTenant(cloud);

        push(till, till.next(EventType.SALE, Sales.discountedAndPaidInTwoWays()), till.sale(2));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(810 + 510, summary.get("netMinor").asLong());
        assertEquals(190, summary.get("discountMinor").asLong());
        assertEquals(
                "[{\"type\":\"card\",\"count\":1,\"amountMinor\":500},{\"type\":\"cash\",\"count\":2,\"amountMinor\":820}]",
                summary.get("tenders").toString());
        assertEquals(190, summary.get("terminals").get(0).get("discountMinor").asLong());
    }

    @Test
    void refundsTellWhatWasGivenBack() {
        TestTill till = TestTill.inNewTenant(cloud);

        push(till, till.sale(3), till.refund(1));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(Sales.LINE_MINOR, summary.get("refundMinor").asLong());
        assertEquals(2 * Sales.LINE_MINOR, summary.get("netMinor").asLong());
        assertEquals(
                2 * Sales.LINE_MINOR,
                summary.get("tenders").get(0).get("amountMinor").asLong());
    }

    @Test
    void cashRoundingIsWhatTheTendersHaveMoreThanTheSales() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload rounded = Sales.with(Sales.of(UUID.randomUUID(), 1, 1), sale -> {
            sale.put("cashStepMinor", 10);
            sale.put("roundingMinor", 5);
            ObjectNode tender = (ObjectNode) sale.get("tenders").get(0);
            tender.put("amountMinor", 260).put("tenderedMinor", 260);
        });

        push(till, till.next(EventType.SALE, rounded));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(255, summary.get("netMinor").asLong());
        assertEquals(5, summary.get("roundingMinor").asLong());
        assertEquals(260, summary.get("tenders").get(0).get("amountMinor").asLong());
    }

    @Test
    @Tag("A-114")
    void trainingIsKeptAndCountsNowhere() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload exercise = Sales.with(Sales.discountedAndPaidInTwoWays(), sale -> sale.put("training", true));

        push(till, till.sale(1), till.next(EventType.SALE, exercise));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(1, summary.get("training").asLong());
        assertEquals(2, summary.get("events").asLong());
        assertEquals(1, summary.get("sales").asLong());
        assertEquals(1, summary.get("lines").asLong());
        assertEquals(Sales.LINE_MINOR, summary.get("netMinor").asLong());
        assertEquals(0, summary.get("discountMinor").asLong());
        assertEquals(
                "[{\"type\":\"cash\",\"count\":1,\"amountMinor\":255}]",
                summary.get("tenders").toString());
    }

    @Test
    void anAmountThatTheEngineDoesNotReckonIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        String wrongShare = Json.write(Sales.discountedAndPaidInTwoWays())
                .replace("\"amountMinor\":90", "\"amountMinor\":89")
                .replace("810", "811")
                .replace("310", "311")
                .replace("\"changeMinor\":90", "\"changeMinor\":89");

        PushAnswer answer = till.push(till.next(EventType.SALE, wrongShare));

        assertEquals(Status.REJECTED, answer.results().get(0).status());
        assertEquals(
                Optional.of("payload: Cannot construct instance of `outpost.protocol.SalePayload`, problem:"
                        + " lines[0].discounts of the ticket is 89, but must be 90"),
                answer.results().get(0).message());
    }

    @Test
    void aShiftsReportIsKeptAsAnEventOfItsOwn() {
        TestTill till = TestTill.inNewTenant(cloud);

        push(till, till.sale(1), till.next(EventType.SHIFT, Json.write(report())));

        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(2, summary.get("events").asLong());
        assertEquals(1, summary.get("sales").asLong());
        assertEquals(2, summary.get("streams").get(0).get("contiguous").asLong());
    }

    @Test
    void aShiftsReportThatContradictsItselfIsRefusedAloneAndKept() {
        TestTill till = TestTill.inNewTenant(cloud);

        PushAnswer answer = till.push(
                shift(till, report -> report.put("currency", "EUR")),
                shift(till, report -> ((ObjectNode) report.get("drawer")).put("expectedMinor", 1)),
                shift(till, report -> ((ObjectNode) report.get("drawer")).put("outMinor", Long.MIN_VALUE)),
                shift(till, report -> report.remove("drawer")),
                shift(till, report -> report.remove("taxes")),
                till.sale(1));

        assertEquals(
                List.of(
                        Status.REJECTED,
                        Status.REJECTED,
                        Status.REJECTED,
                        Status.REJECTED,
                        Status.REJECTED,
                        Status.ACCEPTED),
                answer.results().stream().map(result -> result.status()).toList());
        assertEquals(5, cloud.summary(till.tenant()).get("quarantined").asInt());
    }

    private static Event shift(TestTill till, Consumer<ObjectNode> edit) {
        ObjectNode report = Json.mapper().valueToTree(report());
        edit.accept(report);
        return till.next(EventType.SHIFT, Json.write(report));
    }

    private static ShiftReport report() {
        return new ShiftReport(
                UUID.randomUUID(),
                1,
                "2026-01-31",
                "GBP",
                "2026-01-31T08:00:00Z",
                "Cashier 1",
                Optional.of("2026-01-31T18:00:00Z"),
                Optional.of("Cashier 1"),
                Optional.of("R-1"),
                Optional.of("R-1"),
                1,
                0,
                1,
                255,
                0,
                255,
                0,
                43,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ShiftReport.Drawer(10_000, 255, 0, 5_000, 5_255, Optional.of(5_255L), List.of()));
    }

    private static void push(TestTill till, Event... events) {
        PushAnswer answer = till.push(events);
        answer.results().forEach(result -> assertEquals(Status.ACCEPTED, result.status(), result.toString()));
    }
}
