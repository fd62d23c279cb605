package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;
import outpost.protocol.SnapshotLine;

class CatalogTest extends OnOneCloud {
    private static final String RATE = "{\"name\":\"VAT 20%\",\"ratePpm\":200000}";

    @Test
    void aNewTenantsCatalogHoldsItsCurrency() {
        TestTill till = TestTill.inNewTenant(cloud);
        CatalogCopy copy = new CatalogCopy();

        copy.snapshot(till.get("sync/snapshot"));

        assertEquals(
                "{\"value\":\"GBP\"}", copy.row("setting", "currency").body().orElseThrow());
        copy.pull(till, 10);
    }

    @Test
    void aSnapshotAndTheDeltasAfterItMakeTheSameCatalog() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        for (int i = 0; i < 20; i++) {
            put(till, "product/P" + i, product("Product " + i, 100 + i));
        }
        CatalogCopy copy = new CatalogCopy();
        copy.snapshot(till.get("sync/snapshot"));
        assertEquals(22, copy.size());

        put(till, "product/P3", product("Product 3", 999));
        put(till, "product/BANK%20CHARGES", product("New", 1));
        delete(till, "product/P4");
        put(till, "category/food", "{\"name\":\"Food\"}");
        put(till, "setting/receipt.footer", "{\"value\":\"Thank you\"}");
        copy.pull(till, 2);

        assertTrue(copy.row("product", "P3").body().orElseThrow().contains("\"priceMinor\":999"));
        assertNull(copy.row("product", "P4"));
        assertEquals(24, copy.size());
    }

    @Test
    @Tag("A-304")
    void aDeletedThingComesAsATombstoneAndMayComeBack() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "category/food", "{\"name\":\"Food\"}");
        long cursor = state(till).cursor();

        Entity tombstone = delete(till, "category/food").as(Entity.class);

        PullAnswer delta = pull(till, cursor);
        assertEquals(List.of(tombstone), delta.changes());
        assertTrue(tombstone.deleted());
        cloud.admin("DELETE", "catalog/category/food?tenant=" + till.tenant(), "")
                .refused(404, "POS_SYNC_NOT_FOUND");
        Entity back = put(till, "category/food", "{\"name\":\"Food\"}").as(Entity.class);
        assertEquals(List.of(back), pull(till, delta.cursor()).changes());
        new CatalogCopy().pull(till, 100);
    }

    @Test
    void thePutThatChangesNothingIsNoChange() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "category/food", "{\"name\":\"Food\"}");
        long cursor = state(till).cursor();

        put(till, "category/food", "{ \"name\" : \"Food\", \"unknown\": 1 }");

        assertEquals(cursor, state(till).cursor());
    }

    @Test
    void eachThingComesOnceInItsLatestState() {
        TestTill till = TestTill.inNewTenant(cloud);
        for (int i = 0; i < 5; i++) {
            put(till, "setting/a", "{\"value\":\"" + i + "\"}");
        }

        List<Entity> changes = pull(till, 0).changes();

        assertEquals(List.of("currency", "a"), changes.stream().map(Entity::id).toList());
        assertEquals("{\"value\":\"4\"}", changes.get(1).body().orElseThrow());
    }

    @Test
    void aSnapshotGoesOnBehindAnyRow() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "category/food", "{\"name\":\"Food\"}");
        for (int i = 0; i < 5; i++) {
            put(till, "product/P" + i, product("Product " + i, 100));
        }
        List<String> all = keys(new CatalogCopy().snapshot(till.get("sync/snapshot")));
        for (int i = 0; i < all.size(); i++) {
            List<Entity> rest = new CatalogCopy().snapshot(till.get("sync/snapshot?after=" + all.get(i)));
            assertEquals(all.subList(i + 1, all.size()), keys(rest));
        }

        delete(till, "product/P2");
        List<Entity> rest = new CatalogCopy().snapshot(till.get("sync/snapshot?after=product:P2"));
        assertEquals(List.of("product:P3", "product:P4"), keys(rest));
    }

    @Test
    void aSnapshotThatIsCutAtAnyByteIsMadeWholeByAnother() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "product/P1", product("Käse", 100));
        put(till, "setting/shop.name", "{\"value\":\"Ў\"}");
        String all = till.get("sync/snapshot").ok().body();
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        String header = all.substring(0, all.indexOf('\n') + 1);
        for (int cut = header.length(); cut < bytes.length; cut += 7) {
            String arrived = new String(bytes, 0, cut, StandardCharsets.UTF_8);
            String whole = arrived.substring(header.length(), arrived.lastIndexOf('\n') + 1);
            List<Entity> rows = new ArrayList<>(whole.lines()
                    .filter(line -> line.contains("\"row\""))
                    .map(line -> ((SnapshotLine.Row) Json.read(line, SnapshotLine.class)).entity())
                    .toList());
            String after = rows.isEmpty() ? "" : "?after=" + keys(rows).get(rows.size() - 1);
            rows.addAll(new CatalogCopy().snapshot(till.get("sync/snapshot" + after)));

            assertEquals(new CatalogCopy().snapshot(till.get("sync/snapshot")), rows, "cut at " + cut);
        }
    }

    @Test
    void aTillThatAsksForSomeTypesGetsTheseOnly() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "category/food", "{\"name\":\"Food\"}");
        put(till, "product/P1", product("Product", 100));
        put(till, "setting/a", "{\"value\":\"1\"}");

        assertEquals(
                List.of("setting:a", "setting:currency", "category:food"),
                keys(new CatalogCopy().snapshot(till.get("sync/snapshot?entityTypes=setting,category"))));
        assertEquals(
                List.of("setting:currency", "category:food"),
                keys(new CatalogCopy()
                        .snapshot(till.get("sync/snapshot?entityTypes=setting,category&after=setting:a"))));
        assertEquals(
                List.of(), new CatalogCopy().snapshot(till.get("sync/snapshot?entityTypes=setting&after=tax_rate:a")));
        PullAnswer first =
                till.get("sync/pull?cursor=0&limit=1&entityTypes=setting").as(PullAnswer.class);
        assertEquals(List.of("setting:currency"), keys(first.changes()));
        PullAnswer second = till.get("sync/pull?cursor=" + first.cursor() + "&limit=1&entityTypes=setting")
                .as(PullAnswer.class);
        assertEquals(List.of("setting:a"), keys(second.changes()));
        assertEquals(false, second.more());
        assertEquals(second.state().cursor(), second.cursor());
        assertEquals(
                List.of(),
                till.get("sync/pull?cursor=0&entityTypes=of_tomorrow")
                        .as(PullAnswer.class)
                        .changes());
        for (String bad : List.of("", "setting,", "a%20b", "x'--")) {
            till.get("sync/pull?cursor=0&entityTypes=" + bad).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
    }

    @Test
    void aSnapshotOfManyPagesIsWholeAndCompressed() throws IOException, InterruptedException {
        TestTill till = TestTill.inNewTenant(cloud);
        String rows =
                IntStream.range(0, 6_500).mapToObj(i -> "C" + i + "\tProduct\n").collect(Collectors.joining());
        cloud.importFile("tenant=" + till.tenant(), ("code\tname\n" + rows).getBytes(StandardCharsets.UTF_8))
                .ok();

        assertEquals(
                6_501, new CatalogCopy().snapshot(till.get("sync/snapshot")).size());

        HttpRequest request = cloud.request("sync/snapshot", till.token())
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(6_503, text.lines().count());
        assertTrue(answer.body().length * 5 < text.length(), answer.body().length + " of " + text.length());
    }

    @Test
    void aCursorThatThisCloudNeverReachedNeedsASnapshot() {
        TestTill till = TestTill.inNewTenant(cloud);

        till.get("sync/pull?cursor=" + (state(till).cursor() + 1)).refused(410, "POS_CATALOG_DELTA_FAILED");
    }

    @Test
    void aProductsTaxRateExists() {
        TestTill till = TestTill.inNewTenant(cloud);
        cloud.admin("PUT", "catalog/product/P?tenant=" + till.tenant(), product("P", 1))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        put(till, "tax_rate/standard", RATE);
        put(till, "product/P", product("P", 1));

        cloud.admin("DELETE", "catalog/tax_rate/standard?tenant=" + till.tenant(), "")
                .refused(400, "POS_SYNC_REQUEST_INVALID");

        delete(till, "product/P");
        delete(till, "tax_rate/standard");
    }

    @Test
    void whatIsNoContentOfItsTypeIsRefused() {
        String tenant = "?tenant=" + cloud.newTenant();
        for (String body : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"" + "x".repeat(251) + "\"}",
                "{\"name\":\"\\udfff\"}")) {
            cloud.admin("PUT", "catalog/category/c" + tenant, body).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        String good = "{\"name\":\"x\"}";
        cloud.admin("PUT", "catalog/haircut/c" + tenant, good).refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("PUT", "catalog/category/" + "x".repeat(65) + tenant, good)
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("PUT", "catalog/category/c?tenant=none", good).refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("PUT", "catalog/setting/currency" + tenant, "{\"value\":\"EUR\"}")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("DELETE", "catalog/setting/currency" + tenant, "").refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    void theCurrencyChangesOnlyBeforeTheFirstSale() {
        TestTill till = TestTill.inNewTenant(cloud);
        String euros = "{\"tenantId\":\"" + till.tenant() + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}";
        cloud.admin("POST", "tenants", euros).ok();
        CatalogCopy copy = new CatalogCopy();
        copy.pull(till, 10);
        assertEquals(
                "{\"value\":\"EUR\"}", copy.row("setting", "currency").body().orElseThrow());
        cloud.admin("POST", "tenants", euros.replace("EUR", "GBP")).ok();

        till.push(till.sale(1));

        cloud.admin("POST", "tenants", euros).refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-306")
    void noReaderSeesAChangeBeforeTheLowerOnes() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        int writers = 6;
        int edits = 40;
        ExecutorService editors = Executors.newFixedThreadPool(writers);
        CatalogCopy copy = new CatalogCopy();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                String writer = "w" + w;
                running.add(editors.submit(() -> {
                    for (int i = 0; i < edits; i++) {
                        put(till, "setting/" + writer + "-" + i, "{\"value\":\"x\"}");
                    }
                }));
            }
            // Each pull checks count and digest: a change that came late, behind the cursor, would be missing for ever.
            while (!running.stream().allMatch(Future::isDone)) {
                copy.pull(till, 7);
                // Nor does it come too often, however fast the machine is.
                cloud.clock().advance(Duration.ofMillis(200));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            editors.shutdownNow();
        }
        copy.pull(till, 7);
        assertEquals(1 + writers * edits, copy.size());
    }

    private static CatalogState state(TestTill till) {
        return pull(till, 0).state();
    }

    private static PullAnswer pull(TestTill till, long cursor) {
        return till.get("sync/pull?cursor=" + cursor).as(PullAnswer.class);
    }

    private Answer put(TestTill till, String path, String body) {
        return cloud.admin("PUT", "catalog/" + path + "?tenant=" + till.tenant(), body)
                .ok();
    }

    private Answer delete(TestTill till, String path) {
        return cloud.admin("DELETE", "catalog/" + path + "?tenant=" + till.tenant(), "")
                .ok();
    }

    private static String product(String name, long price) {
        return "{\"name\":" + Json.write(name) + ",\"codes\":[\"4006381333931\"],\"priceMinor\":" + price
                + ",\"priceDerived\":false,\"taxRateId\":\"standard\"}";
    }

    private static List<String> keys(List<Entity> entities) {
        return entities.stream()
                .map(entity -> entity.type() + ":" + entity.id())
                .toList();
    }
}
