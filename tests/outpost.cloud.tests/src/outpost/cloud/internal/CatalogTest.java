package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Entity;
import outpost.protocol.PullAnswer;

class CatalogTest extends CatalogFixture {
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
}
