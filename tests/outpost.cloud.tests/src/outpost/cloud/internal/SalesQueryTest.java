package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.EventType;
import outpost.protocol.Json;

/** What was sold, asked for in all ways. */
class SalesQueryTest extends OnOneCloud {
    @Test
    @Tag("A-355")
    void totalsAddUpByWhateverTheyAreComparedBy() {
        TestTill till = TestTill.inNewTenant(cloud);
        cloud.newBranch(till.tenant(), "other");
        TestTill elsewhere = new TestTill(cloud, cloud.newCode(till.tenant(), "other"));
        String firstDay = day(till);
        till.push(till.sale(2), till.sale(1), till.refund(1));
        elsewhere.push(elsewhere.sale(3));
        cloud.clock().advance(Duration.ofDays(1));
        String nextDay = day(till);
        till.push(till.freshToken(), till.sale(1));

        assertEquals(Map.of(List.of(firstDay), sums(3, 1, 5), List.of(nextDay), sums(1, 0, 1)), totals(till, "by=day"));
        assertEquals(
                Map.of(List.of("main"), sums(3, 1, 3), List.of("other"), sums(1, 0, 3)), totals(till, "by=branch"));
        assertEquals(
                Map.of(List.of("main", firstDay), sums(2, 1, 2), List.of("main", nextDay), sums(1, 0, 1)),
                totals(till, "by=branch,day&branch=main"));
        assertEquals(
                Map.of(
                        List.of("P1"), sums(4, 1, 3) + " 3000",
                        List.of("P2"), sums(2, 0, 2) + " 2000",
                        List.of("P3"), sums(1, 0, 1) + " 1000"),
                totals(till, "by=product"));
        assertEquals(Map.of(List.of(nextDay), sums(1, 0, 1)), totals(till, "by=day&from=" + nextDay));
        assertEquals(Map.of(List.of(firstDay), sums(3, 1, 5)), totals(till, "by=day&to=" + firstDay));
        assertEquals(
                Map.of(List.of(elsewhere.identity().terminalId().value()), sums(1, 0, 3)),
                totals(till, "by=terminal&terminal=" + elsewhere.identity().terminalId()));
        assertEquals(Map.of(List.of("P3"), sums(1, 0, 1) + " 1000"), totals(till, "by=product&product=P3"));
    }

    @Test
    @Tag("A-355")
    void salesAreListedPageByPageWithTheirLines() {
        TestTill till = TestTill.inNewTenant(cloud);
        for (int i = 0; i < 5; i++) {
            till.push(till.sale(i + 1));
            cloud.clock().advance(Duration.ofMinutes(1));
        }
        List<Integer> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = cloud.admin("GET", "sales?limit=2&tenant=" + till.tenant() + "&after=" + after, "")
                    .ok()
                    .json();
            page.get("sales").forEach(sale -> lines.add(sale.get("lines").size()));
            assertTrue(page.get("sales").size() <= 2);
            after = page.path("next").asText();
        } while (!after.isEmpty());

        assertEquals(List.of(1, 2, 3, 4, 5), lines);
        JsonNode sale = cloud.admin("GET", "sales?limit=1&tenant=" + till.tenant(), "")
                .ok()
                .json()
                .get("sales")
                .get(0);
        assertEquals(Sales.LINE_MINOR, sale.get("totalMinor").asLong());
        assertEquals("cash", sale.get("tenders").get(0).get("type").asText());
    }

    @Test
    @Tag("A-355")
    void anExportHoldsEverySaleOnceAndNoFormula() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(2));
        till.push(till.next(
                EventType.SALE,
                Sales.with(Sales.of(UUID.randomUUID(), 1, 1), json -> json.put("cashier", "=cmd(\"x\"),1"))));

        String csv = export(till, "csv");
        String ndjson = export(till, "ndjson");

        assertEquals(4, csv.lines().count(), csv);
        assertTrue(csv.contains(",\"'=cmd(\"\"x\"\"),1\","), csv);
        assertEquals(2, ndjson.lines().count());
        ndjson.lines()
                .forEach(line ->
                        assertFalse(Json.read(line, JsonNode.class).get("lines").isEmpty()));
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        String tenant = cloud.newTenant();
        for (String query : List.of(
                "totals?from=yesterday",
                "totals?to=2026-02-31",
                "totals?by=weather",
                "totals?by=day,day",
                "export?format=xls")) {
            cloud.admin("GET", "sales/" + query + "&tenant=" + tenant, "").refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        cloud.admin("GET", "sales/export?tenant=none", "").refused(404, "POS_SYNC_NOT_FOUND");
    }

    private String export(TestTill till, String format) {
        return cloud.admin("GET", "sales/export?format=" + format + "&tenant=" + till.tenant(), "")
                .ok()
                .body();
    }

    private static String day(TestTill till) {
        return till.event(1, EventType.SALE, "{}").occurredAt().substring(0, 10);
    }

    private static String sums(int sales, int refunds, int netLines) {
        return sales + " " + refunds + " " + netLines * Sales.LINE_MINOR;
    }

    private Map<List<String>, String> totals(TestTill till, String query) {
        Map<List<String>, String> totals = new HashMap<>();
        JsonNode answer = cloud.admin("GET", "sales/totals?tenant=" + till.tenant() + "&" + query, "")
                .ok()
                .json();
        assertFalse(answer.get("more").asBoolean());
        answer.get("rows").forEach(row -> {
            List<String> key = new ArrayList<>();
            row.get("key").forEach(part -> key.add(part.asText()));
            String quantity = row.get("quantityMilli").asLong() == 0 ? "" : " " + row.get("quantityMilli");
            totals.put(key, row.get("sales") + " " + row.get("refunds") + " " + row.get("netMinor") + quantity);
        });
        return totals;
    }
}
