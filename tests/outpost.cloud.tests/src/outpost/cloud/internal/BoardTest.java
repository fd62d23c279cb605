package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;

/** What the dashboard asks for. */
class BoardTest extends OnOneCloud {
    private static final String COFFEE =
            """
            gtin\tname\tprice
            4006381333931\tCafé Crème, ground 500 g\t6.49
            5901234123457\tCoffee filter no. 4\t1.29
            96385074\tGreen tea\t2.50
            """;

    @Test
    @Tag("A-452")
    void productsAreFoundByTheBeginningsOfWordsAndCodesAndPageByPage() {
        String tenant = cloud.newTenant();
        cloud.importFile("tenant=" + tenant, bytes(COFFEE)).ok();

        assertEquals(List.of("Café Crème, ground 500 g"), found(tenant, "cafe"));
        assertEquals(List.of("Coffee filter no. 4"), found(tenant, "FIL coff"));
        assertEquals(List.of("Green tea"), found(tenant, "963850"));
        assertEquals(List.of(), found(tenant, "ilter"));
        assertEquals(List.of(), found(tenant, "coffee tea"));

        JsonNode first = cloud.admin("GET", "catalog/product?limit=2&tenant=" + tenant, "")
                .ok()
                .json();
        JsonNode second = cloud.admin(
                        "GET",
                        "catalog/product?limit=2&tenant=" + tenant + "&after="
                                + first.get("next").asText(),
                        "")
                .ok()
                .json();
        assertEquals(2, first.get("entities").size());
        assertEquals(1, second.get("entities").size());
        assertFalse(second.has("next"));
    }

    @Test
    @Tag("A-452")
    void aSearchKnowsWhatWasChangedAndDeletedJustBefore() {
        String tenant = cloud.newTenant();
        cloud.importFile("tenant=" + tenant, bytes(COFFEE)).ok();
        assertEquals(1, found(tenant, "green").size());

        cloud.admin(
                        "PUT",
                        "catalog/product/96385074?tenant=" + tenant,
                        "{\"name\":\"Black tea\",\"codes\":[\"96385074\"],\"priceMinor\":250,\"priceDerived\":false}")
                .ok();
        cloud.admin("DELETE", "catalog/product/5901234123457?tenant=" + tenant, "")
                .ok();

        assertEquals(List.of(), found(tenant, "green"));
        assertEquals(List.of("Black tea"), found(tenant, "black"));
        assertEquals(List.of(), found(tenant, "filter"));
        cloud.admin("GET", "catalog/product/5901234123457?tenant=" + tenant, "").refused(404, "POS_SYNC_NOT_FOUND");
    }

    @Test
    @Tag("A-452")
    void aSearchIsLedByItsRarestWordAndEveryPartGoesOnBehindTheLast() {
        String tenant = cloud.newTenant();
        StringBuilder rows = new StringBuilder("code\tname\tprice\n");
        for (int i = 0; i < 60; i++) {
            rows.append(String.format("L%d\tLantern no%d %s\t1.00%n", i, i % 12, i % 2 == 0 ? "red" : "blue"));
        }
        cloud.importFile("tenant=" + tenant, bytes(rows.toString())).ok();

        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode part = cloud.admin(
                            "GET",
                            "catalog/product?limit=4&tenant=" + tenant + "&q=lantern%20no1%20red&after="
                                    + URLEncoder.encode(after, StandardCharsets.UTF_8),
                            "")
                    .ok()
                    .json();
            part.get("entities")
                    .forEach(entity -> names.add(Json.read(entity.get("body").asText(), JsonNode.class)
                            .get("name")
                            .asText()));
            after = part.path("next").asText();
        } while (!after.isEmpty());

        assertEquals(
                Collections.nCopies(5, "Lantern no10 red"),
                names,
                "no1 and no11 are blue; every other lantern is neither");
    }

    @Test
    @Tag("A-453")
    void aProductRemembersWhatItWasAndWhoChangedIt() {
        String tenant = cloud.newTenant();
        cloud.importFile("tenant=" + tenant, bytes(COFFEE)).ok();
        cloud.clock().advance(Duration.ofMinutes(1));
        cloud.importFile("tenant=" + tenant, bytes(COFFEE.replace("2.50", "2.75")))
                .ok();
        String imported = cloud.clock().instant().toString();
        cloud.clock().advance(Duration.ofMinutes(1));
        cloud.admin("DELETE", "catalog/product/96385074?tenant=" + tenant, "").ok();

        JsonNode history = cloud.admin("GET", "catalog/product/96385074/history?tenant=" + tenant, "")
                .ok()
                .json();

        assertEquals(3, history.size());
        assertFalse(history.get(0).has("body"), "deleted");
        assertEquals("edit", history.get(0).get("cause").asText());
        assertEquals(
                275,
                Json.read(history.get(1).get("body").asText(), JsonNode.class)
                        .get("priceMinor")
                        .asLong());
        assertEquals("import", history.get(1).get("cause").asText());
        assertEquals(imported, history.get(1).get("at").asText());
        assertEquals("(admin.token)", history.get(1).get("by").asText());
        assertEquals(
                250,
                Json.read(history.get(2).get("body").asText(), JsonNode.class)
                        .get("priceMinor")
                        .asLong());
        assertFalse(history.get(2).has("at"));
    }

    @Test
    @Tag("A-454")
    void aPreviewSaysWhatAnImportWouldDoAndDoesNothing() {
        String tenant = cloud.newTenant();
        cloud.importFile("tenant=" + tenant, bytes(COFFEE)).ok();
        String file = COFFEE.replace("2.50", "2.75") + "40170725\tHoney\t4.99\n12345\tNo such code\t1.00\n";

        JsonNode preview = preview(tenant, file).ok().json();

        JsonNode answer = preview.get("answer");
        assertEquals(1, answer.get("added").asInt());
        assertEquals(1, answer.get("changed").asInt());
        assertEquals(2, answer.get("unchanged").asInt());
        assertEquals(6, answer.get("bad").get(0).get("line").asInt());
        assertEquals("96385074", preview.get("examples").get(0).get("productId").asText());
        assertTrue(preview.get("examples").get(0).get("before").asText().contains("250"));
        assertTrue(preview.get("examples").get(0).get("after").asText().contains("275"));
        assertFalse(preview.get("examples").get(1).has("before"));
        assertEquals(List.of(), found(tenant, "honey"));
        JsonNode tea = cloud.admin("GET", "catalog/product/96385074?tenant=" + tenant, "")
                .ok()
                .json();
        assertTrue(tea.get("body").asText().contains("\"priceMinor\":250"));

        preview(tenant, "no\tcolumns\n").refused(422, "POS_CATALOG_IMPORT_REFUSED");
    }

    @Test
    void theSalesOfADayAreAddedUpByBranchAndHourInTheShopsOwnTime() {
        TestTill till = TestTill.inNewTenant(cloud);
        ZoneId zone = ZoneId.of("Asia/Tashkent");
        till.push(till.sale(2), till.refund(1));
        till.push(till.next(
                EventType.SALE, Sales.with(Sales.of(UUID.randomUUID(), 1, 1), json -> json.put("training", true))));
        LocalDate day = LocalDate.ofInstant(cloud.clock().instant(), zone);
        int hour = (int) Duration.between(
                        day.atStartOfDay(zone).toInstant(), cloud.clock().instant())
                .toHours();

        JsonNode today = hours(till.tenant(), day, zone, "");

        assertEquals(
                "[{\"branchId\":\"main\",\"hour\":" + hour + ",\"sales\":1,\"refunds\":1,\"netMinor\":255}]",
                today.get("hours").toString());
        assertEquals(
                day.atStartOfDay(zone).toInstant().toString(), today.get("from").asText());
        assertEquals(
                0, hours(till.tenant(), day.minusDays(1), zone, "").get("hours").size());
        assertEquals(
                0, hours(till.tenant(), day, zone, "&branch=other").get("hours").size());
        cloud.admin("GET", "sales/hours?day=today&tenant=" + till.tenant(), "")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("GET", "sales/hours?zone=Mars&day=2026-01-31&tenant=" + till.tenant(), "")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-455")
    void aRefusedEventIsJudgedAnewAndSettledWhenItsCauseIsMended() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event euros = till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR"));
        till.push(euros);
        JsonNode refused = quarantine(till.tenant());
        String id = refused.get("quarantineId").asText();

        JsonNode again = replay(till.tenant(), id).ok().json();
        assertEquals("rejected", again.get("status").asText());
        assertEquals(2, quarantine(till.tenant()).get("deliveries").asInt());

        cloud.admin(
                        "POST",
                        "tenants",
                        "{\"tenantId\":\"" + till.tenant() + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}")
                .ok();
        assertEquals(
                "accepted", replay(till.tenant(), id).ok().json().get("status").asText());

        assertTrue(quarantine(till.tenant()).has("settledAt"));
        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
        replay(till.tenant(), id).ok();
        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
        replay(till.tenant(), "none").refused(404, "POS_SYNC_NOT_FOUND");
        replay(cloud.newTenant(), id).refused(404, "POS_SYNC_NOT_FOUND");
    }

    private JsonNode quarantine(String tenant) {
        return cloud.admin("GET", "quarantine?tenant=" + tenant, "").ok().json().get(0);
    }

    private Answer replay(String tenant, String id) {
        return cloud.admin("POST", "quarantine/" + id + "/replay?tenant=" + tenant, "");
    }

    private JsonNode hours(String tenant, LocalDate day, ZoneId zone, String more) {
        return cloud.admin("GET", "sales/hours?tenant=" + tenant + "&day=" + day + "&zone=" + zone + more, "")
                .ok()
                .json();
    }

    private Answer preview(String tenant, String file) {
        return cloud.send(cloud.request("admin/catalog/import/preview?format=tsv&tenant=" + tenant, cloud.adminToken())
                .POST(BodyPublishers.ofString(file)));
    }

    private List<String> found(String tenant, String question) {
        List<String> names = new ArrayList<>();
        String query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        for (JsonNode product : cloud.admin("GET", "catalog/product?tenant=" + tenant + "&q=" + query, "")
                .ok()
                .json()
                .get("entities")) {
            names.add(Json.read(product.get("body").asText(), JsonNode.class)
                    .get("name")
                    .asText());
        }
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
